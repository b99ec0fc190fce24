using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.TopUps;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class TopUpConfiguration : IEntityTypeConfiguration<TopUp>
{
    public void Configure(EntityTypeBuilder<TopUp> builder)
    {
        builder.HasKey(t => t.OrderId);
        builder.Property(t => t.OrderId).ValueGeneratedNever();
        builder.Property(t => t.CardId).IsKey(AutoTopUp.CardIdLength);
        builder.Property(t => t.PaymentId).IsKey(Payment.GatewayIdLength);
        builder.IsKept("How an order was charged, by id; the seller's books.", of: t => t.AccountId);

        // One at a time: whoever begins a second one is refused by this.
        builder.HasIndex(t => t.AccountId).IsUnique().HasFilter("EndedAt IS NULL");
        builder.HasIndex(t => new { t.AccountId, t.BegunAt });
        builder.HasOne<Order>().WithOne().HasForeignKey<TopUp>(t => t.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
