using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Search;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class IndexedMessageConfiguration : IEntityTypeConfiguration<IndexedMessage>
{
    public void Configure(EntityTypeBuilder<IndexedMessage> builder)
    {
        builder.HasKey(m => m.No);
        builder.Property(m => m.No).ValueGeneratedNever();
        builder.Property(m => m.ModelKey).IsKey(ChatModel.KeyLength);
        builder.HasIndex(m => m.MessageId).IsUnique();
        builder.HasIndex(m => new { m.OwnerKey, m.No });
        builder.Is(Personal.Erase, of: m => m.MessageId);
        builder.HasOne<Message>().WithOne().HasForeignKey<IndexedMessage>(m => m.MessageId).OnDelete(DeleteBehavior.Cascade);
    }
}
