using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class InvitationUseConfiguration : IEntityTypeConfiguration<InvitationUse>
{
    public void Configure(EntityTypeBuilder<InvitationUse> builder)
    {
        builder.HasKey(u => new { u.InvitationId, u.UserId });
        builder.HasIndex(u => u.UserId);
        builder.Is(Personal.Export, of: u => u.UserId);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(u => u.InvitationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(u => u.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
