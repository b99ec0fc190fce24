using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class RefundConfiguration : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.IsKept("What was given back by whom, by id; the seller's books.", of: r => r.AccountId);
        builder.HasIndex(r => r.AskedAt).HasFilter("EndedAt IS NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(r => r.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("CK_Refunds_Positive", "AmountMinor > 0");
            t.HasCheckConstraint("CK_Refunds_OfOne", "(PaymentId IS NULL AND InvoiceId IS NOT NULL) OR (PaymentId IS NOT NULL AND InvoiceId IS NULL)");
        });
    }
}
