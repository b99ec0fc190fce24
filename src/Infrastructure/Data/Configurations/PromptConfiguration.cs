using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Prompts;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class PromptConfiguration : IEntityTypeConfiguration<Prompt>
{
    public void Configure(EntityTypeBuilder<Prompt> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Title).HasMaxLength(Prompt.TitleLength);
        builder.Property(p => p.Text).HasMaxLength(Prompt.TextLength);
        builder.Property(p => p.Tags).IsLines();
        builder.Ignore(p => p.Variables);
        builder.HasIndex(p => p.UserId);
        builder.Is(Personal.Export, of: p => p.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
