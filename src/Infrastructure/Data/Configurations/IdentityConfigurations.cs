using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Accounts.External;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Name).HasMaxLength(PersonName.MaxLength);
        builder.Property(u => u.NameKey).HasMaxLength(AppUser.NameKeyLength);
        builder.Property(u => u.Language).HasMaxLength(2);
        builder.Property(u => u.TimeZone).HasMaxLength(64);
        builder.Property(u => u.Theme).HasMaxLength(10);
        builder.HasIndex(u => u.CreatedAt).HasFilter("EmailConfirmed = 0");

        // In this order they are listed.
        builder.HasIndex(u => new { u.CreatedAt, u.NormalizedUserName }).IsDescending(true, false);
        builder.HasIndex(u => u.LastSeenAt);

        // All that a search for words of names reads.
        builder.HasIndex(u => new { u.NameKey, u.Id });
        builder.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();

        builder.Is(Personal.Export, of: u => u.Id);
        builder.Property(u => u.Id).IsKept("Other rows point to it; it is nobody's name.");
        builder.Property(u => u.CreatedAt).IsKept("How many people there were, and when.");
        builder.Property(u => u.DeletedAt).IsKept("Says that this is a tombstone.");
        builder.Property(u => u.NameKey).Is(Personal.Erase);
        builder.Property(u => u.NormalizedEmail).Is(Personal.Erase);
        builder.Property(u => u.NormalizedUserName).Is(Personal.Erase);
        builder.Property(u => u.PasswordHash).Is(Personal.Erase);
        builder.Property(u => u.SecurityStamp).Is(Personal.Erase);
        builder.Property(u => u.ConcurrencyStamp).Is(Personal.Erase);
    }
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<IdentityRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> builder)
    {
        builder.ToTable("Roles");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.IsKept("The roles there are, nobody's.");
        builder.HasData(Roles.Ids.Select(role => new IdentityRole<Guid>
        {
            Id = role.Value,
            Name = role.Key,
            NormalizedName = role.Key.ToUpperInvariant(),
            ConcurrencyStamp = role.Value.ToString(),
        }));
    }
}

internal sealed class UserRoleConfiguration : IEntityTypeConfiguration<IdentityUserRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserRole<Guid>> builder)
    {
        builder.ToTable("UserRoles");
        builder.Is(Personal.Export, of: r => r.UserId);
    }
}

internal sealed class UserClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("UserClaims");
        builder.Is(Personal.Export, of: c => c.UserId);
    }
}

internal sealed class UserLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    // Subjects that differ only in upper and lower case are different people.
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("UserLogins");
        builder.Property(l => l.LoginProvider).IsKey(ExternalIdentity.IssuerLength);
        builder.Property(l => l.ProviderKey).IsKey(ExternalIdentity.SubjectLength);
        builder.Property(l => l.ProviderDisplayName).HasMaxLength(100);
        builder.Is(Personal.Export, of: l => l.UserId);
    }
}

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("UserTokens");
        builder.Is(Personal.Erase, of: t => t.UserId);
    }
}

internal sealed class RoleClaimConfiguration : IEntityTypeConfiguration<IdentityRoleClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRoleClaim<Guid>> builder)
    {
        builder.ToTable("RoleClaims");
        builder.IsKept("What a role may do, nobody's.");
    }
}

internal sealed class UserPasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("UserPasskeys");
        builder.Is(Personal.Export, of: p => p.UserId);
    }
}
