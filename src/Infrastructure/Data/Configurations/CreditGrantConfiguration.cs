using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class CreditGrantConfiguration : IEntityTypeConfiguration<CreditGrant>
{
    public void Configure(EntityTypeBuilder<CreditGrant> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.SourceKey).IsKey(CreditKey.MaxLength);
        builder.Property(g => g.FrozenBy).HasMaxLength(CreditKey.MaxLength);
        builder.HasIndex(g => g.SourceKey).IsUnique();
        builder.IsKept("What the ledger's entries speak of, by id.", of: g => g.AccountId);

        // Whether an account has ever paid.
        builder.HasIndex(g => new { g.AccountId, g.Source });

        // Only the live ones: what an account has used up stays out of every charge's way.
        builder.HasIndex(g => new { g.AccountId, g.ExpiresAt }).HasFilter("Remaining > 0");
        builder.ToTable(t => t.HasCheckConstraint("CK_CreditGrants_NeverNegative", "Pinned >= 0 AND Remaining >= Pinned AND Frozen >= 0 AND Clawed >= 0"));
    }
}
