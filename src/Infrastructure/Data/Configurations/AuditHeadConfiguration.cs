using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Admin;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).IsKey(64);
        builder.IsKept("The end of the log's chain, nobody's.");
        builder.HasData(new { Id = AuditHead.TheId, Seq = 0L, Hash = AuditHead.Genesis, LockedAt = DateTime.UnixEpoch });
    }
}
