using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ProviderKeyDayConfiguration : IEntityTypeConfiguration<ProviderKeyDay>
{
    public void Configure(EntityTypeBuilder<ProviderKeyDay> builder)
    {
        builder.HasKey(d => new { d.KeyId, d.Day, d.Slot });
        builder.Property(d => d.KeyId).ValueGeneratedNever();
        builder.IsKept("Sums over everybody.");
    }
}
