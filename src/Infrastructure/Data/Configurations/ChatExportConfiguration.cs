using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ChatExportConfiguration : IEntityTypeConfiguration<ChatExport>
{
    public void Configure(EntityTypeBuilder<ChatExport> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();

        // One of each person: whoever orders another lets go of the one before.
        builder.HasIndex(e => e.UserId).IsUnique();
        builder.HasIndex(e => e.CreatedAt);
        builder.Is(Personal.Export, of: e => e.UserId);
        builder.HasOne<AppUser>().WithOne().HasForeignKey<ChatExport>(e => e.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
