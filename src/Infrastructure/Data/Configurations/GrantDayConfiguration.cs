using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class GrantDayConfiguration : IEntityTypeConfiguration<GrantDay>
{
    public void Configure(EntityTypeBuilder<GrantDay> builder)
    {
        builder.HasKey(d => new { d.Day, d.Source, d.Slot });
        builder.Property(d => d.Source).IsKey(40);
        builder.IsKept("Sums over everybody.");
    }
}
