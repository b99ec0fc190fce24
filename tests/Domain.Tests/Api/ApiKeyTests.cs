using SaaSChat.Domain.Api;

namespace SaaSChat.Domain.Tests.Api;

public sealed class ApiKeyTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Each_key_is_another_and_only_its_hash_is_kept()
    {
        var (one, secret) = Issue(null);
        var (two, other) = Issue(null);

        Assert.NotEqual(secret, other);
        Assert.NotEqual(one.Hash, two.Hash);
        Assert.Equal(ApiKey.HashOf(secret), one.Hash);
        Assert.True(ApiKey.IsWellFormed(secret));
        Assert.DoesNotContain(secret[ApiKey.Prefix.Length..], string.Join(' ', one.Hash, one.Hint, one.Label), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sc_live_")]
    [InlineData("sc_test_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("sc_live_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData("SC_LIVE_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_cannot_be_a_key_is_known_without_asking(string typed) => Assert.False(ApiKey.IsWellFormed(typed));

    [Fact]
    public void A_key_lives_until_its_end_or_until_it_is_revoked()
    {
        var (key, _) = Issue(TimeSpan.FromDays(1));
        Assert.True(key.IsLive(Now.AddDays(1).AddTicks(-1)));
        Assert.False(key.IsLive(Now.AddDays(1)));

        var (endless, _) = Issue(null);
        Assert.True(endless.IsLive(Now.AddYears(50)));
        endless.Revoke(Now);
        endless.Revoke(Now.AddDays(1));
        Assert.False(endless.IsLive(Now));
        Assert.Equal(Now, endless.RevokedAt);
    }

    [Theory]
    [InlineData("user:read", "user:read")]
    [InlineData("balance:read| user:read |user:read", "user:read|balance:read")]
    [InlineData("", null)]
    [InlineData("user:read|admin", null)]
    [InlineData("User:Read", null)]
    public void Scopes_are_those_that_we_know_each_once_in_our_order(string given, string? read) =>
        Assert.Equal(read?.Split('|'), ApiScope.Read(given.Split('|')));

    [Theory]
    [InlineData(" Nightly \u202Ereport\n", "Nightly report")]
    [InlineData("\u200D\u2067", null)]
    public void A_label_is_one_line_that_turns_nothing_around(string typed, string? label) => Assert.Equal(label, ApiKeyOrder.CleanLabel(typed));

    [Fact]
    public void A_label_has_at_most_sixty_letters()
    {
        Assert.NotNull(ApiKeyOrder.CleanLabel(new string('x', 60)));
        Assert.Null(ApiKeyOrder.CleanLabel(new string('x', 61)));
        Assert.Null(ApiKeyOrder.CleanLabel(new string('x', 10_000)));
    }

    private static (ApiKey Key, string Secret) Issue(TimeSpan? lifetime) => ApiKey.Issue(Guid.NewGuid(), Guid.NewGuid(), new ApiKeyOrder("x", ApiScope.All, lifetime), Now);
}
