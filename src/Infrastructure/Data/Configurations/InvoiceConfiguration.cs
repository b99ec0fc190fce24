using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.GatewayId).IsKey(Invoice.GatewayIdLength);
        builder.Property(i => i.PaymentId).IsKey(Payment.GatewayIdLength);
        builder.Property(i => i.DisputeId).IsKey(Payment.GatewayIdLength);
        builder.Property(i => i.PlanKey).IsKey(Plan.KeyLength);
        builder.Property(i => i.FrozenBy).HasMaxLength(CreditKey.MaxLength);
        builder.Property(i => i.Method).HasMaxLength(Payment.WordLength);
        builder.IsKept("What a plan cost and gave, by id; the seller's books.", of: i => i.AccountId);
        builder.Property(i => i.Number).HasMaxLength(Invoice.NumberLength).Is(Personal.Export);
        builder.Property(i => i.Last4).HasMaxLength(8).Is(Personal.Export);

        // Whoever has its address sees it without signing in, and their name is on it.
        builder.Property(i => i.Page).HasMaxLength(Invoice.PageLength).Is(Personal.Export);
        builder.HasIndex(i => i.GatewayId).IsUnique();
        builder.HasIndex(i => i.PaymentId).IsUnique().HasFilter("PaymentId IS NOT NULL");
        builder.HasIndex(i => new { i.AccountId, i.At });
        builder.HasIndex(i => new { i.At, i.GatewayId });
        builder.HasIndex(i => i.SubscriptionId);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(i => i.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_Invoices_NeverNegative", "RefundedMinor >= 0 AND Credits >= 0 AND Clawed >= 0 AND Clawed <= Credits"));
    }
}
