using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class CreditHoldConfiguration : IEntityTypeConfiguration<CreditHold>
{
    public void Configure(EntityTypeBuilder<CreditHold> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Key).IsKey(CreditKey.MaxLength);
        builder.Property(h => h.NodeId).HasMaxLength(CreditHold.NodeLength);
        builder.HasIndex(h => h.Key).IsUnique();
        builder.HasIndex(h => h.LeaseUntil).HasFilter("State = 'Open'");
        builder.HasIndex(h => h.AccountId).HasFilter("State = 'Open'");
        builder.IsKept("What the ledger's entries speak of, by id.", of: h => h.AccountId);
        builder.HasOne<CreditAccount>().WithMany().HasForeignKey(h => h.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(h => h.Pins).WithOne().HasForeignKey(p => p.HoldId).OnDelete(DeleteBehavior.Restrict);
    }
}
