using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class CreditPinConfiguration : IEntityTypeConfiguration<CreditPin>
{
    public void Configure(EntityTypeBuilder<CreditPin> builder)
    {
        builder.ToTable("CreditPins");
        builder.HasKey(p => new { p.HoldId, p.GrantId });
        builder.IsKept("What the ledger's entries speak of, by id.", of: p => p.HoldId);
        builder.HasOne<CreditGrant>().WithMany().HasForeignKey(p => p.GrantId).OnDelete(DeleteBehavior.Restrict);
    }
}
