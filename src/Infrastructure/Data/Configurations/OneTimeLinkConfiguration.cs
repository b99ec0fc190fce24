using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.HasKey(l => l.Hash);
        builder.Property(l => l.Hash).IsKey(64);
        builder.Property(l => l.Address).HasMaxLength(256);
        builder.HasIndex(l => new { l.UserId, l.Purpose });
        builder.HasIndex(l => l.ExpiresAt);
        builder.Is(Personal.Erase, of: l => l.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
