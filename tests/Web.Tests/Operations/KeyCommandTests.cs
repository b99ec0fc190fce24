namespace SaaSChat.Web.Tests.Operations;

public sealed class KeyCommandTests : IDisposable
{
    private const string Email = "sara@example.com";

    private readonly Workplace _work = new();

    [Fact]
    public async Task Operator_makes_a_key_that_is_printed_once_and_stands_in_the_log()
    {
        _work.Migrate();
        using var added = await _work.RunAsync("users", "add", "--email", Email, "--password", "a-long-enough-password");
        using var all = await _work.RunAsync("keys", "create", "--email", Email);
        using var some = await _work.RunAsync("keys", "create", "--email", Email, "--scopes", "balance:read, user:read", "--days", "7");
        using var nobody = await _work.RunAsync("keys", "create", "--email", "nobody@example.com");
        using var check = await _work.RunAsync("audit", "check");

        Assert.Matches("^sc_live_[A-Za-z0-9_-]{43}\n$", all.Out);
        Assert.Contains("until revoked", all.Error, StringComparison.Ordinal);
        Assert.StartsWith("Scopes: user:read balance:read, until 2", some.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (nobody.ExitCode, nobody.Out));
        Assert.Equal(0, check.ExitCode);
    }

    [Theory]
    [InlineData("--scopes", "everything")]
    [InlineData("--scopes", ",")]
    [InlineData("--days", "0")]
    [InlineData("--days", "a week")]
    public async Task What_makes_no_sense_is_misuse(params string[] option)
    {
        using var created = await _work.RunAsync(["keys", "create", "--email", Email, .. option]);

        Assert.Equal(2, created.ExitCode);
    }

    public void Dispose() => _work.Dispose();
}
