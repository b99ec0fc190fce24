using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

public sealed class ModelTests
{
    // Identity writes these itself: hashes, stamps, claims, tokens and passkeys, whose lengths are its own affair.
    private static readonly string[] WithoutLength =
    [
        "AppUser.ConcurrencyStamp", "AppUser.PasswordHash", "AppUser.SecurityStamp",
        "IdentityPasskeyData.AttestationObject", "IdentityPasskeyData.ClientDataJson", "IdentityPasskeyData.Name", "IdentityPasskeyData.Transports",
        "IdentityRole<Guid>.ConcurrencyStamp", "IdentityRoleClaim<Guid>.ClaimType", "IdentityRoleClaim<Guid>.ClaimValue",
        "IdentityUserClaim<Guid>.ClaimType", "IdentityUserClaim<Guid>.ClaimValue",
        "IdentityUserLogin<Guid>.ProviderDisplayName", "IdentityUserToken<Guid>.Value",

        // As long as people and models make them.
        "Message.Reasoning", "Message.Text",
    ];

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void The_migrations_hold_every_change_of_the_model(string provider) => Assert.False(Models.Of(provider).Database.HasPendingModelChanges());

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Every_text_has_a_length(string provider)
    {
        var endless = Properties(provider).Where(p => StoredAs(p) == typeof(string) && p.GetMaxLength() is null).Select(p => p.Where());

        Assert.Empty(endless.Except(WithoutLength, StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Every_time_is_kept_as_UTC(string provider)
    {
        var times = Properties(provider).Where(p => TypeOf(p) == typeof(DateTime) || TypeOf(p) == typeof(DateTimeOffset)).ToList();

        Assert.NotEmpty(times);
        Assert.All(times, time => Assert.True(time.GetValueConverter() is UtcConverter or UtcOffsetConverter, time.Where()));
    }

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Every_enum_is_kept_as_text(string provider)
    {
        var enums = Properties(provider).Where(p => TypeOf(p).IsEnum).ToList();

        Assert.NotEmpty(enums);
        Assert.All(enums, property => Assert.True(StoredAs(property) == typeof(string), property.Where()));
    }

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void No_Guid_is_made_by_the_database(string provider)
    {
        var made = Properties(provider).Where(p => TypeOf(p) == typeof(Guid) && p.ValueGenerated != ValueGenerated.Never).Select(p => p.Where());

        Assert.Empty(made);
    }

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Deleting_another_row_never_touches_an_append_only_one(string provider)
    {
        var links = Models.Of(provider).Design().GetEntityTypes().SelectMany(e => e.GetForeignKeys());
        var dangerous = links.Where(l => l.DeclaringEntityType.IsAppendOnly() || l.PrincipalEntityType.IsAppendOnly())
            .Where(l => l.DeleteBehavior is not (DeleteBehavior.Restrict or DeleteBehavior.NoAction));

        Assert.Empty(dangerous.Select(l => l.GetConstraintName()));
    }

    [Fact]
    public void A_column_that_points_to_a_text_key_compares_as_the_key_does()
    {
        var links = Models.OnSqlServer.Design().GetEntityTypes().SelectMany(e => e.GetForeignKeys());
        var ends = links.SelectMany(l => l.Properties.Zip(l.PrincipalKey.Properties));

        Assert.All(ends, end => Assert.True(end.First.GetCollation() == end.Second.GetCollation(), end.First.Where()));
    }

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Every_text_in_a_key_of_ours_is_compared_to_the_letter(string provider)
    {
        var keys = Properties(provider).Where(p => p.IsPrimaryKey() && StoredAs(p) == typeof(string) && !IsIdentitys(p));
        var collation = provider == "SqlServer" ? "Latin1_General_100_BIN2" : null;

        Assert.All(keys, key => Assert.True(key.GetCollation() == collation, key.Where()));
    }

    private static IEnumerable<IProperty> Properties(string provider) => Models.Of(provider).Design().GetEntityTypes().SelectMany(e => e.GetDeclaredProperties());

    private static Type TypeOf(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static Type StoredAs(IProperty property) => property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;

    private static bool IsIdentitys(IProperty property) => property.DeclaringType.ClrType.Namespace == "Microsoft.AspNetCore.Identity";
}
