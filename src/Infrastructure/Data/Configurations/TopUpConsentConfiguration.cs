using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class TopUpConsentConfiguration : IEntityTypeConfiguration<TopUpConsent>
{
    public void Configure(EntityTypeBuilder<TopUpConsent> builder)
    {
        builder.HasKey(c => new { c.AccountId, c.Seq });
        builder.Property(c => c.Language).HasMaxLength(10);
        builder.Property(c => c.Text).HasMaxLength(TopUpConsent.TextLength);
        builder.IsAppendOnly();
        builder.IsKept("Proof of what was agreed to, by id and in our own words.", of: c => c.UserId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
