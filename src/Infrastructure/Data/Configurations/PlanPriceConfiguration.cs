using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class PlanPriceConfiguration : IEntityTypeConfiguration<PlanPrice>
{
    public void Configure(EntityTypeBuilder<PlanPrice> builder)
    {
        builder.HasKey(p => new { p.PlanKey, p.Currency });
        builder.Property(p => p.Currency).IsKey(3);
        builder.Property(p => p.PlanKey).IsKey(Plan.KeyLength);
        builder.Ignore(p => p.Month);
        builder.Ignore(p => p.Year);
        builder.Ignore(p => p.MonthOfYear);
        builder.IsKept("What the site offers; nobody's.");
        builder.ToTable("PlanPrices", t => t.HasCheckConstraint("CK_PlanPrices_Positive", "MonthMinor > 0 AND YearMinor > 0"));
    }
}
