using SaaSChat.Domain.Mail;

namespace SaaSChat.Domain.Tests.Mail;

public sealed class OutboxMailTests
{
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    private readonly OutboxMail _mail =
        OutboxMail.Write(MailKind.ResetPassword, "sara@example.com", "ar", new MailArguments { Path = "/account/reset", ExpiresAt = Noon.AddMinutes(30) }, Noon);

    [Fact]
    public void A_letter_is_due_as_soon_as_it_is_written() => Assert.True(_mail.IsDue(Noon));

    [Fact]
    public void A_claimed_letter_is_nobody_elses_until_the_lease_ends()
    {
        _mail.Claim(Noon);

        Assert.False(_mail.IsDue(Noon + OutboxMail.Lease - TimeSpan.FromSeconds(1)));
        Assert.True(_mail.IsDue(Noon + OutboxMail.Lease));
        Assert.Throws<InvalidOperationException>(() => _mail.Claim(Noon));
    }

    [Fact]
    public void What_was_sent_keeps_neither_link_nor_name()
    {
        _mail.Claim(Noon);

        _mail.MarkSent(Noon.AddSeconds(1));

        Assert.Null(_mail.Arguments);
        Assert.Equal(Noon.AddSeconds(1), _mail.SentAt);
        Assert.False(_mail.IsWaiting);
    }

    [Fact]
    public void Waits_grow_and_then_the_letter_is_given_up()
    {
        var waits = new List<double>();
        for (var at = Noon; _mail.IsWaiting; at = _mail.NextAttemptAt ?? at)
        {
            _mail.Claim(at);
            _mail.Failed(at, "busy");
            if (_mail.NextAttemptAt is { } next) waits.Add((next - at).TotalMinutes);
        }

        Assert.Equal([1, 4, 16, 64, 256, 360, 360], waits);
        Assert.Equal(OutboxMail.MostAttempts, _mail.Attempts);
        Assert.NotNull(_mail.GivenUpAt);
        Assert.Null(_mail.Arguments);
    }

    [Fact]
    public void A_letter_whose_senders_all_died_can_only_be_given_up()
    {
        for (var i = 0; i < OutboxMail.MostAttempts; i++) _mail.Claim(_mail.NextAttemptAt!.Value);

        Assert.True(_mail.IsExhausted);
        Assert.Throws<InvalidOperationException>(() => _mail.Claim(_mail.NextAttemptAt!.Value));
        _mail.GiveUp(_mail.NextAttemptAt!.Value, "nobody came back");
        Assert.False(_mail.IsWaiting);
    }

    [Fact]
    public void A_letter_is_outdated_once_its_link_has_expired()
    {
        Assert.False(_mail.IsOutdated(Noon.AddMinutes(29)));
        Assert.True(_mail.IsOutdated(Noon.AddMinutes(30)));
        Assert.False(OutboxMail.Write(MailKind.AccountDeleted, "sara@example.com", "en", new(), Noon).IsOutdated(DateTime.MaxValue));
    }

    [Fact]
    public void Success_wipes_the_error_of_earlier_attempts()
    {
        _mail.Claim(Noon);
        _mail.Failed(Noon, "busy");
        Assert.Equal("busy", _mail.Error);

        _mail.Claim(_mail.NextAttemptAt!.Value);
        _mail.MarkSent(Noon.AddMinutes(2));

        Assert.Null(_mail.Error);
    }

    [Fact]
    public void The_reason_is_one_short_line()
    {
        _mail.GiveUp(Noon, "no\r\nsuch " + new string('x', 5000));

        Assert.StartsWith("no such x", _mail.Error, StringComparison.Ordinal);
        Assert.Equal(300, _mail.Error!.Length);
    }

    [Fact]
    public void Nothing_can_be_said_of_a_letter_that_nobody_claimed()
    {
        Assert.Throws<InvalidOperationException>(() => _mail.MarkSent(Noon));
        Assert.Throws<InvalidOperationException>(() => _mail.Failed(Noon, "busy"));
    }

    [Fact]
    public void Nothing_can_be_done_with_a_letter_that_is_over()
    {
        _mail.Claim(Noon);
        _mail.MarkSent(Noon);

        Assert.Throws<InvalidOperationException>(() => _mail.Claim(Noon));
        Assert.Throws<InvalidOperationException>(() => _mail.MarkSent(Noon));
        Assert.Throws<InvalidOperationException>(() => _mail.Failed(Noon, "busy"));
        Assert.Throws<InvalidOperationException>(() => _mail.GiveUp(Noon, "late"));
    }
}
