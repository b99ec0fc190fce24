using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Exports;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ExportConfiguration : IEntityTypeConfiguration<Export>
{
    public void Configure(EntityTypeBuilder<Export> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Query).HasMaxLength(Export.QueryLength);
        builder.Property(e => e.Language).HasMaxLength(10);
        builder.HasIndex(e => new { e.UserId, e.AskedAt });
        builder.HasIndex(e => e.ExpiresAt);
        builder.Is(Personal.Export, of: e => e.UserId);
    }
}

internal sealed class ExportPartConfiguration : IEntityTypeConfiguration<ExportPart>
{
    public void Configure(EntityTypeBuilder<ExportPart> builder)
    {
        builder.HasKey(p => new { p.ExportId, p.Number });
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.HasOne<Export>().WithMany().HasForeignKey(p => p.ExportId).OnDelete(DeleteBehavior.Cascade);
        builder.Is(Personal.Erase, of: p => p.ExportId);
    }
}
