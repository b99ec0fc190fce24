using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class CreditAllocationConfiguration : IEntityTypeConfiguration<CreditAllocation>
{
    public void Configure(EntityTypeBuilder<CreditAllocation> builder)
    {
        builder.ToTable("CreditAllocations");
        builder.HasKey(a => new { a.AccountId, a.Seq, a.GrantId });
        builder.Property(a => a.Seq).ValueGeneratedNever();
        builder.IsKept("The ledger is for ever; it holds ids and figures.", of: a => a.GrantId);
        builder.HasOne<CreditGrant>().WithMany().HasForeignKey(a => a.GrantId).OnDelete(DeleteBehavior.Restrict);
        builder.IsAppendOnly();
    }
}
