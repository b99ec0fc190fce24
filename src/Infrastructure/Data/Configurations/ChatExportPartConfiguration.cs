using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Chats.Moving;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ChatExportPartConfiguration : IEntityTypeConfiguration<ChatExportPart>
{
    public void Configure(EntityTypeBuilder<ChatExportPart> builder)
    {
        builder.HasKey(p => new { p.ExportId, p.No });
        builder.Property(p => p.No).ValueGeneratedNever();
        builder.Is(Personal.Erase, of: p => p.ExportId);
        builder.HasOne<ChatExport>().WithMany().HasForeignKey(p => p.ExportId).OnDelete(DeleteBehavior.Cascade);
    }
}
