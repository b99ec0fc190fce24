using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class PromoCodeConfiguration : IEntityTypeConfiguration<PromoCode>
{
    public void Configure(EntityTypeBuilder<PromoCode> builder)
    {
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).IsKey(PromoCode.CodeLength);
        builder.Property(p => p.Packages).IsLines();
        builder.IsKept("What the shop offers; nobody's.");
        builder.ToTable(t => t.HasCheckConstraint("CK_PromoCodes_OneDiscount", "(PercentOff IS NULL AND OffMinor > 0 AND Currency IS NOT NULL) OR (PercentOff BETWEEN 1 AND 100 AND OffMinor IS NULL)"));
    }
}
