using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.PlanKey).IsKey(Plan.KeyLength);
        builder.Property(s => s.Language).HasMaxLength(10);
        builder.Property(s => s.CheckoutId).IsKey(Order.CheckoutIdLength);
        builder.Property(s => s.GatewayId).IsKey(Subscription.GatewayIdLength);
        builder.Property(s => s.LatestInvoiceId).IsKey(Invoice.GatewayIdLength);
        IsTerms(builder.Property(s => s.Next));
        IsTerms(builder.Property(s => s.Pending));
        IsTerms(builder.Property(s => s.Wish));
        builder.IsKept("Which plan was paid for and how long, by id; the seller's books.", of: s => s.AccountId);
        builder.HasIndex(s => new { s.AccountId, s.ClientId }).IsUnique();
        builder.HasIndex(s => s.CheckoutId).IsUnique().HasFilter("CheckoutId IS NOT NULL");
        builder.HasIndex(s => s.GatewayId).IsUnique().HasFilter("GatewayId IS NOT NULL");

        // Nobody pays for two plans.
        builder.HasIndex(s => s.AccountId).IsUnique().HasFilter("EndedAt IS NULL");

        // Only what is not over: the reconciliation's question stays small however many come and go.
        builder.HasIndex(s => s.LookedAt).HasFilter("EndedAt IS NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_Subscriptions_Positive", "PriceMinor > 0"));
    }

    private static void IsTerms(PropertyBuilder<PlanTerms?> property) =>
        property.HasMaxLength(Subscription.TermsLength).HasConversion(terms => terms!.ToString(), written => PlanTerms.Parse(written));
}
