using SaaSChat.Domain.Accounts;

namespace SaaSChat.Domain.Tests.Accounts;

public sealed class InvitationTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_code_is_not_kept_and_is_known_again_however_it_is_typed()
    {
        var (invitation, code) = Invitation.Issue(uses: 1, Now, TimeSpan.FromDays(1));

        Assert.Matches("^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$", code);
        Assert.DoesNotContain(code, invitation.CodeHash, StringComparison.Ordinal);
        Assert.Equal(invitation.CodeHash, Invitation.HashOf($" {code.ToLowerInvariant().Replace('-', ' ')} "));
        Assert.NotEqual(invitation.CodeHash, Invitation.HashOf(code[..^1]));
    }

    [Fact]
    public void It_is_worth_nothing_once_it_expired_or_was_revoked()
    {
        var (invitation, _) = Invitation.Issue(uses: 1, Now, TimeSpan.FromDays(1));

        Assert.True(invitation.IsUsable(Now));
        Assert.False(invitation.IsUsable(Now.AddDays(1)));
        invitation.Revoke(Now);
        Assert.False(invitation.IsUsable(Now));
    }
}
