using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class LimitPeriodConfiguration : IEntityTypeConfiguration<LimitPeriod>
{
    public void Configure(EntityTypeBuilder<LimitPeriod> builder)
    {
        builder.HasKey(p => new { p.AccountId, p.UserId, p.Span });
        builder.Property(p => p.Span).IsKey(40);
        builder.Property(p => p.Zone).HasMaxLength(LimitPeriod.ZoneLength);
        builder.Is(Personal.Export, of: p => p.UserId);
    }
}
