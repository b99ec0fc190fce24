using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).IsKey(Plan.KeyLength);
        builder.Property(p => p.EnglishName).HasMaxLength(Plan.NameLength);
        builder.Property(p => p.ArabicName).HasMaxLength(Plan.NameLength);
        builder.Property(p => p.EnglishPurpose).HasMaxLength(Plan.PurposeLength);
        builder.Property(p => p.ArabicPurpose).HasMaxLength(Plan.PurposeLength);
        builder.Ignore(p => p.Words);
        builder.Ignore(p => p.Offer);
        builder.IsKept("What the site offers; nobody's.");
        builder.HasMany(p => p.Prices).WithOne().HasForeignKey(p => p.PlanKey).OnDelete(DeleteBehavior.Cascade);
        builder.ToTable(t => t.HasCheckConstraint("CK_Plans_NeverNegative", "Units >= 0 AND Generations > 0"));
    }
}
