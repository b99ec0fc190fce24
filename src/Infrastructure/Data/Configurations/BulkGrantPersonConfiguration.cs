using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class BulkGrantPersonConfiguration : IEntityTypeConfiguration<BulkGrantPerson>
{
    public void Configure(EntityTypeBuilder<BulkGrantPerson> builder)
    {
        builder.HasKey(p => new { p.BulkGrantId, p.UserId });
        builder.HasIndex(p => p.BulkGrantId).HasFilter("DoneAt IS NULL");
        builder.IsKept("Who was given it, by id.", of: p => p.UserId);
        builder.HasOne<BulkGrant>().WithMany().HasForeignKey(p => p.BulkGrantId).OnDelete(DeleteBehavior.Cascade);
    }
}
