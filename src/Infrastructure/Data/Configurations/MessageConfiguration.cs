using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.ModelKey).IsKey(ChatModel.KeyLength);
        builder.HasIndex(m => new { m.ConversationId, m.Seq }).IsUnique();
        builder.HasIndex(m => new { m.ConversationId, m.ClientId }).IsUnique();
        builder.HasIndex(m => m.LeaseUntil).HasFilter("LeaseUntil IS NOT NULL");
        builder.Is(Personal.Export, of: m => m.ConversationId);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
