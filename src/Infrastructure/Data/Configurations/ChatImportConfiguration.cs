using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ChatImportConfiguration : IEntityTypeConfiguration<ChatImport>
{
    public void Configure(EntityTypeBuilder<ChatImport> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => i.UserId).IsUnique();
        builder.HasIndex(i => i.CreatedAt);
        builder.Is(Personal.Erase, of: i => i.UserId);
        builder.HasOne<AppUser>().WithOne().HasForeignKey<ChatImport>(i => i.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
