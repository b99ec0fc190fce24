using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class CreditEntryConfiguration : IEntityTypeConfiguration<CreditEntry>
{
    public void Configure(EntityTypeBuilder<CreditEntry> builder)
    {
        builder.HasKey(e => new { e.AccountId, e.Seq });
        builder.Property(e => e.Seq).ValueGeneratedNever();
        builder.Property(e => e.Key).IsKey(CreditEntry.KeyLength);
        builder.Property(e => e.Hash).IsKey(64);
        builder.HasIndex(e => e.Key).IsUnique();
        builder.IsKept("The ledger is for ever; it holds ids and figures.", of: e => e.AccountId);
        builder.HasMany(e => e.Allocations).WithOne().HasForeignKey(a => new { a.AccountId, a.Seq }).OnDelete(DeleteBehavior.Restrict);
        builder.IsAppendOnly();
    }
}
