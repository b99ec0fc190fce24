using System.Text.RegularExpressions;

namespace SaaSChat.Web.Tests.Operations;

public sealed partial class InvitationCommandTests : IDisposable
{
    private readonly Workplace _work = new();

    [Fact]
    public async Task Operator_makes_an_invitation_sees_it_and_revokes_it()
    {
        _work.Migrate();
        using var created = await _work.RunAsync("invitations", "create", "--uses", "3", "--days", "7");
        var id = Id().Match(created.Error).Value;
        using var open = await _work.RunAsync("invitations", "list");
        using var revoked = await _work.RunAsync("invitations", "revoke", "--id", id);
        using var again = await _work.RunAsync("invitations", "revoke", "--id", id);
        using var list = await _work.RunAsync("invitations", "list");

        Assert.Matches("^([2-9A-Z]{4}-){3}[2-9A-Z]{4}\n$", created.Out);
        Assert.Matches($"^{id}  3/3  .*  open\n$", open.Out);
        Assert.Equal((0, 1), (revoked.ExitCode, again.ExitCode));
        Assert.EndsWith("  revoked\n", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(created.Out.Trim(), open.Out + list.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--uses", "0")]
    [InlineData("--uses", "many")]
    [InlineData("--days", "-1")]
    public async Task Numbers_that_make_no_sense_are_misuse(params string[] option)
    {
        using var created = await _work.RunAsync(["invitations", "create", .. option]);

        Assert.Equal(2, created.ExitCode);
    }

    public void Dispose() => _work.Dispose();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
