using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.GatewayId).IsKey(Payment.GatewayIdLength);
        builder.Property(p => p.CreditKey).IsKey(CreditKey.MaxLength);
        builder.Property(p => p.DisputeId).IsKey(Payment.GatewayIdLength);
        builder.Property(p => p.LostBy).IsKey(Payment.GatewayIdLength);
        builder.Property(p => p.FrozenBy).HasMaxLength(CreditKey.MaxLength);
        builder.Property(p => p.Method).HasMaxLength(Payment.WordLength);
        builder.IsKept("What was paid and given back, by id; the seller's books.", of: p => p.AccountId);
        builder.Property(p => p.Last4).HasMaxLength(8).Is(Personal.Export);
        builder.HasIndex(p => p.GatewayId).IsUnique().HasFilter("GatewayId IS NOT NULL");
        builder.HasIndex(p => p.CreditKey).IsUnique();
        builder.HasIndex(p => new { p.AccountId, p.PaidAt });
        builder.HasIndex(p => new { p.PaidAt, p.CreditKey });

        // Few are disputed, and the overview counts those that are.
        builder.HasIndex(p => p.Dispute).HasFilter("Dispute IS NOT NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Order>().WithMany().HasForeignKey(p => p.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_Payments_NeverNegative", "AmountMinor >= 0 AND RefundedMinor >= 0 AND Credits >= 0 AND Clawed >= 0 AND Clawed <= Credits"));
    }
}
