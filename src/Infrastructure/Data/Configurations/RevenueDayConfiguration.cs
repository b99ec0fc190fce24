using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class RevenueDayConfiguration : IEntityTypeConfiguration<RevenueDay>
{
    public void Configure(EntityTypeBuilder<RevenueDay> builder)
    {
        builder.HasKey(d => new { d.Day, d.Currency, d.Kind, d.Item });
        builder.Property(d => d.Currency).IsKey(3);
        builder.Property(d => d.Kind).IsKey(40);
        builder.Property(d => d.Item).IsKey(RevenueDay.ItemLength);
        builder.IsKept("Sums over everybody.");
    }
}
