using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class AutoTopUpConfiguration : IEntityTypeConfiguration<AutoTopUp>
{
    public void Configure(EntityTypeBuilder<AutoTopUp> builder)
    {
        builder.HasKey(t => t.AccountId);
        builder.Property(t => t.AccountId).ValueGeneratedNever();
        builder.Property(t => t.PackageKey).IsKey(40);
        builder.Property(t => t.CardId).IsKey(AutoTopUp.CardIdLength);
        builder.Property(t => t.Last4).HasMaxLength(8);
        builder.Property(t => t.Language).HasMaxLength(10);
        builder.Is(Personal.Export, of: t => t.UserId);
        builder.HasIndex(t => t.PausedUntil).HasFilter("IsOn = 1");
        builder.HasOne<Account>().WithOne().HasForeignKey<AutoTopUp>(t => t.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_AutoTopUps_NeverNegative", "PriceMinor > 0 AND CapMinor >= PriceMinor AND Threshold > 0 AND Credits > 0 AND Declines >= 0"));
    }
}
