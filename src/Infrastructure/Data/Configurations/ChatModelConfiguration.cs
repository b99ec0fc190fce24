using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ChatModelConfiguration : IEntityTypeConfiguration<ChatModel>
{
    public void Configure(EntityTypeBuilder<ChatModel> builder)
    {
        builder.HasKey(m => m.Key);
        builder.Property(m => m.Key).IsKey(ChatModel.KeyLength);
        builder.Property(m => m.Name).HasMaxLength(100);
        builder.Property(m => m.Provider).HasMaxLength(50);
        builder.Property(m => m.SentAs).HasMaxLength(ModelDraft.SentAsLength);
        builder.Property(m => m.Fallbacks).IsLines();
        builder.Property(m => m.Modalities).HasMaxLength(100);
        builder.IsKept("The catalogue.");
        builder.HasMany(m => m.Prices).WithOne().HasForeignKey(p => p.ModelKey).OnDelete(DeleteBehavior.Restrict);
    }
}
