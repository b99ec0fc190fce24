using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Assistants;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class AssistantConfiguration : IEntityTypeConfiguration<Assistant>
{
    public void Configure(EntityTypeBuilder<Assistant> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Key).IsKey(Assistant.KeyLength);
        builder.Property(a => a.Name).HasMaxLength(AssistantWords.NameLength);
        builder.Property(a => a.About).HasMaxLength(AssistantWords.AboutLength);
        builder.Property(a => a.Starters).IsLines();
        builder.Property(a => a.ArabicName).HasMaxLength(AssistantWords.NameLength);
        builder.Property(a => a.ArabicAbout).HasMaxLength(AssistantWords.AboutLength);
        builder.Property(a => a.ArabicStarters).IsLines();
        builder.Property(a => a.Instructions).HasMaxLength(AssistantDraft.InstructionsLength);
        builder.Property(a => a.ModelKey).IsKey(ChatModel.KeyLength);
        builder.Property(a => a.LinkHash).IsKey(64).Is(Personal.Erase);
        builder.Property(a => a.SealedLink).HasMaxLength(400).Is(Personal.Erase);
        builder.HasIndex(a => a.Key).IsUnique();
        builder.HasIndex(a => a.LinkHash).IsUnique();
        builder.HasIndex(a => a.OwnerId);
        builder.Is(Personal.Export, of: a => a.OwnerId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
