using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    private static readonly ValueComparer<IReadOnlyList<string>> SameScopes = new((a, b) => Written(a!) == Written(b!), scopes => Written(scopes).GetHashCode(StringComparison.Ordinal));

    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Hash).IsKey(64).Is(Personal.Erase);
        builder.Property(k => k.Hint).HasMaxLength(ApiKey.HintLength);
        builder.Property(k => k.Label).HasMaxLength(ApiKeyOrder.LabelLength);
        builder.Property(k => k.Scopes).HasMaxLength(ApiKey.ScopesLength).HasConversion(scopes => Written(scopes), text => Read(text), SameScopes);
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasIndex(k => k.UserId);
        builder.Is(Personal.Export, of: k => k.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(k => k.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    private static string Written(IReadOnlyList<string> scopes) => string.Join(' ', scopes);

    private static string[] Read(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
