using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class TokenPriceConfiguration : IEntityTypeConfiguration<TokenPrice>
{
    public void Configure(EntityTypeBuilder<TokenPrice> builder)
    {
        builder.HasKey(p => new { p.PackageKey, p.Currency });
        builder.Property(p => p.PackageKey).IsKey(TokenPackage.KeyLength);
        builder.Property(p => p.Currency).IsKey(3);
        builder.IsKept("What the shop offers; nobody's.");
        builder.ToTable(t => t.HasCheckConstraint("CK_TokenPrices_Positive", "Minor > 0"));
    }
}
