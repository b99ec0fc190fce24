using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Title).HasMaxLength(Conversation.TitleLength);
        builder.Property(c => c.ModelKey).IsKey(ChatModel.KeyLength);
        builder.HasIndex(c => new { c.UserId, c.LastAt });

        // The side bar of every page reads its first lines in this order.
        builder.HasIndex(c => new { c.UserId, c.IsPinned, c.LastAt, c.Id });
        builder.HasIndex(c => new { c.UserId, c.ClientId }).IsUnique();
        builder.HasIndex(c => c.GoesAt).HasFilter("GoesAt IS NOT NULL");
        builder.HasIndex(c => c.DeletedAt).HasFilter("DeletedAt IS NOT NULL");
        builder.Is(Personal.Export, of: c => c.UserId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
