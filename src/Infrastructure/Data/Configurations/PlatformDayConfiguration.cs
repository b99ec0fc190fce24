using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class PlatformDayConfiguration : IEntityTypeConfiguration<PlatformDay>
{
    public void Configure(EntityTypeBuilder<PlatformDay> builder)
    {
        builder.HasKey(d => new { d.Day, d.ModelKey, d.Source, d.Slot });
        builder.Property(d => d.ModelKey).IsKey(ChatModel.KeyLength);
        builder.Property(d => d.Source).IsKey(40);
        builder.IsKept("Sums over everybody.");
    }
}
