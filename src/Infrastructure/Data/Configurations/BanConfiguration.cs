using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Security;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class BanConfiguration : IEntityTypeConfiguration<Ban>
{
    public void Configure(EntityTypeBuilder<Ban> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Subject).IsKey(64);
        builder.HasIndex(b => b.Until);
        builder.IsKept("A user's id, or an address without a name; deleting an account ends no ban, time does.");
    }
}
