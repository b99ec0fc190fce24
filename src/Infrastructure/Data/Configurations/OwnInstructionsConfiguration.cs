using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class OwnInstructionsConfiguration : IEntityTypeConfiguration<OwnInstructions>
{
    public void Configure(EntityTypeBuilder<OwnInstructions> builder)
    {
        builder.HasKey(i => i.UserId);
        builder.Property(i => i.UserId).ValueGeneratedNever();
        builder.Property(i => i.About).HasMaxLength(OwnInstructions.Length);
        builder.Property(i => i.Answers).HasMaxLength(OwnInstructions.Length);
        builder.Is(Personal.Export, of: i => i.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
