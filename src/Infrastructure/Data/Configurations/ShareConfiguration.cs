using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ShareConfiguration : IEntityTypeConfiguration<Share>
{
    public void Configure(EntityTypeBuilder<Share> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Title).HasMaxLength(Conversation.TitleLength);
        builder.Property(s => s.Author).HasMaxLength(Share.AuthorLength);
        builder.Property(s => s.TokenHash).IsKey(64).Is(Personal.Erase);
        builder.Property(s => s.SealedToken).HasMaxLength(Share.SealedLength).Is(Personal.Erase);
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => s.ConversationId).IsUnique();
        builder.HasIndex(s => new { s.UserId, s.RenewedAt });
        builder.Is(Personal.Export, of: s => s.UserId);
        builder.HasOne<Conversation>().WithOne().HasForeignKey<Share>(s => s.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
