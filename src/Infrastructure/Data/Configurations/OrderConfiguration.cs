using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.PackageKey).IsKey(40);
        builder.Property(o => o.PromoCode).IsKey(PromoCode.CodeLength);
        builder.Property(o => o.Language).HasMaxLength(10);
        builder.Property(o => o.CheckoutId).IsKey(Order.CheckoutIdLength);
        builder.IsKept("What was bought and for how much, by id; the seller's books.", of: o => o.AccountId);
        builder.HasIndex(o => new { o.AccountId, o.ClientId }).IsUnique();
        builder.HasIndex(o => o.CheckoutId).IsUnique().HasFilter("CheckoutId IS NOT NULL");

        // How often an account has used a code.
        builder.HasIndex(o => new { o.AccountId, o.PromoCode });

        // Only what still waits: the reconciliation's question stays small however much is sold.
        builder.HasIndex(o => o.PlacedAt).HasFilter("EndedAt IS NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(o => o.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(o => o.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_Orders_NeverNegative", "Credits > 0 AND PriceMinor > 0 AND DiscountMinor >= 0 AND DiscountMinor <= PriceMinor"));
    }
}
