using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Settings;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ChangeNoticeConfiguration : IEntityTypeConfiguration<ChangeNotice>
{
    public void Configure(EntityTypeBuilder<ChangeNotice> builder)
    {
        builder.HasKey(n => n.Topic);
        builder.Property(n => n.Topic).IsKey(40);
        builder.IsKept("Numbers for the nodes, nobody's.");
    }
}
