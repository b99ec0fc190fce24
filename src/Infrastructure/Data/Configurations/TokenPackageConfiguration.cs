using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class TokenPackageConfiguration : IEntityTypeConfiguration<TokenPackage>
{
    public void Configure(EntityTypeBuilder<TokenPackage> builder)
    {
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).IsKey(TokenPackage.KeyLength);
        builder.IsKept("What the shop offers; nobody's.");
        builder.HasMany(p => p.Prices).WithOne().HasForeignKey(p => p.PackageKey).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_TokenPackages_Credits", "Credits > 0"));
    }
}
