using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class UsageExportConfiguration : IEntityTypeConfiguration<UsageExport>
{
    public void Configure(EntityTypeBuilder<UsageExport> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Query).HasMaxLength(UsageExport.QueryLength);
        builder.Property(e => e.Language).HasMaxLength(10);
        builder.HasIndex(e => new { e.UserId, e.AskedAt });
        builder.HasIndex(e => e.ExpiresAt);
        builder.Is(Personal.Export, of: e => e.UserId);
    }
}

internal sealed class UsageExportPartConfiguration : IEntityTypeConfiguration<UsageExportPart>
{
    public void Configure(EntityTypeBuilder<UsageExportPart> builder)
    {
        builder.HasKey(p => new { p.ExportId, p.Number });
        builder.HasOne<UsageExport>().WithMany().HasForeignKey(p => p.ExportId).OnDelete(DeleteBehavior.Cascade);
        builder.Is(Personal.Erase, of: p => p.ExportId);
    }
}
