using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>When letters of the outbox are sent, and how often.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly MailApp _app = new();

    [Fact]
    public async Task A_letter_is_written_with_its_cause_or_not_at_all()
    {
        await _app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            services.GetRequiredService<Outbox>().Write(MailKind.PasswordChanged, MailApp.Sara, "en", new MailArguments());
            await db.SaveChangesAsync();
            return 0;
        });

        Assert.Empty(await _app.AskAsync(db => db.OutboxMails.ToListAsync()));
    }

    [Fact]
    public async Task An_enqueued_letter_leaves_at_once()
    {
        var id = await _app.WriteAsync();

        await _app.Services.GetRequiredService<IBackgroundJobs>().EnqueueAsync<SendMailJob, Guid>(id);

        await _app.Log.WaitForAsync(LogLevel.Information, "SendMailJob done");
        Assert.Single(_app.MailServer.Received);
    }

    [Fact]
    public async Task What_nobody_enqueued_is_sent_by_the_sweep_once_and_then_forgotten()
    {
        var ids = new[] { await _app.WriteAsync(), await _app.WriteAsync(MailKind.AddressTaken) };

        await _app.SweepAsync();
        await _app.SweepAsync();

        Assert.Equal(2, _app.MailServer.Received.Count);
        Assert.All(ids, id => Assert.Null(_app.RowAsync(id).Result.Arguments));
        Assert.All(ids, id => Assert.NotNull(_app.RowAsync(id).Result.SentAt));
    }

    [Fact]
    public async Task Of_many_who_send_at_once_one_does()
    {
        var ids = new[] { await _app.WriteAsync(), await _app.WriteAsync(), await _app.WriteAsync() };
        await using var otherNode = _app.Node();

        await Task.WhenAll(Enumerable.Range(0, 8).SelectMany(i => ids.Select(id => Task.Run(() => MailApp.SendAsync(id, i % 2 == 0 ? _app : otherNode)))));

        Assert.Equal(3, _app.MailServer.Received.DistinctBy(l => l.Header("Message-ID"), StringComparer.Ordinal).Count());
        Assert.Equal(3, _app.MailServer.Received.Count);
    }

    [Fact]
    public async Task A_letter_that_was_put_off_comes_again_under_the_same_message_id()
    {
        _app.MailServer.Mood = SmtpMood.IsBusy;
        var id = await _app.WriteAsync();
        await _app.SweepAsync();
        Assert.Equal("the mail server did not take the letter (451)", (await _app.RowAsync(id)).Error);

        _app.MailServer.Mood = SmtpMood.Takes;
        await _app.SweepAsync();
        Assert.Empty(_app.MailServer.Received);
        await _app.ComesDueAsync(id);
        await _app.SweepAsync();

        Assert.Equal($"<{id:N}@saaschat.example>", Assert.Single(_app.MailServer.Received).Header("Message-ID"));
        Assert.Equal(2, (await _app.RowAsync(id)).Attempts);
    }

    [Fact]
    public async Task A_letter_whose_sender_died_after_sending_it_comes_twice_under_one_message_id()
    {
        var id = await _app.WriteAsync();
        await _app.InScopeAsync(async services =>
        {
            var mail = await services.GetRequiredService<AppDbContext>().OutboxMails.SingleAsync(m => m.Id == id);
            mail.Claim(mail.WrittenAt);
            await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return await services.GetRequiredService<IMailTransport>().SendAsync(services.GetRequiredService<WordLetter>()(mail), CancellationToken.None);
        });
        await _app.SweepAsync();
        Assert.Single(_app.MailServer.Received);

        await _app.ComesDueAsync(id);
        await _app.SweepAsync();

        Assert.Equal(2, _app.MailServer.Received.Count);
        Assert.Single(_app.MailServer.Received.Select(l => l.Header("Message-ID")).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_letter_is_given_up_after_its_last_attempt()
    {
        _app.MailServer.Mood = SmtpMood.IsBusy;
        var id = await _app.WriteAsync();

        for (var i = 0; i <= OutboxMail.MostAttempts; i++)
        {
            await _app.SendAsync(id);
            await _app.ComesDueAsync(id);
        }

        var row = await _app.RowAsync(id);
        Assert.Equal((OutboxMail.MostAttempts, null), (row.Attempts, row.Arguments));
        Assert.NotNull(row.GivenUpAt);
        Assert.Equal(1, _app.Log.Count(LogLevel.Error, "is given up after 8 attempts: the mail server did not take the letter (451)"));
    }

    [Theory]
    [InlineData(SmtpMood.RefusesRecipient, DeliveryOutcome.Refused, "refused the recipient (550)")]
    [InlineData(SmtpMood.RefusesUs, DeliveryOutcome.Deferred, "did not take the recipient now (550)")]
    public async Task Only_an_address_that_does_not_exist_is_given_up_at_once(SmtpMood mood, DeliveryOutcome outcome, string reason)
    {
        _app.MailServer.Mood = mood;
        var id = await _app.WriteAsync();

        Assert.Equal(outcome, await _app.SendAsync(id));

        var row = await _app.RowAsync(id);
        Assert.Equal(outcome == DeliveryOutcome.Refused, row.Arguments is null);
        Assert.Contains(reason, row.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_whose_link_has_expired_is_not_sent_any_more()
    {
        var id = await _app.WriteAsync(expiresIn: TimeSpan.FromSeconds(-1));

        await _app.SweepAsync();

        Assert.Empty(_app.MailServer.Heard);
        Assert.Equal("its link expired while it waited", (await _app.RowAsync(id)).Error);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_costs_one_letter_an_attempt_and_not_all()
    {
        _app.MailServer.Mood = SmtpMood.DropsTheLine;
        var ids = new[] { await _app.WriteAsync(), await _app.WriteAsync(), await _app.WriteAsync() };

        await _app.SweepAsync();

        var rows = await Task.WhenAll(ids.Select(_app.RowAsync));
        Assert.Equal([1, 0, 0], rows.Select(r => r.Attempts));
    }

    [Theory]
    [InlineData(SmtpMood.Takes)]
    [InlineData(SmtpMood.RefusesRecipient)]
    [InlineData(SmtpMood.IsBusy)]
    [InlineData(SmtpMood.DropsTheLine)]
    [InlineData(SmtpMood.WantsAnotherPassword)]
    public async Task Neither_log_nor_error_names_the_address_or_what_the_letter_says(SmtpMood mood)
    {
        _app.MailServer.Mood = mood;
        var id = await _app.WriteAsync(name: "Sara Al-Harbi");

        await _app.SweepAsync();

        string[] secrets = [MailApp.Sara, "Al-Harbi", "secret_token", SmtpServer.Password];
        var told = _app.Log.All.Append((await _app.RowAsync(id)).Error ?? "");
        Assert.DoesNotContain(told, line => secrets.Any(s => line.Contains(s, StringComparison.OrdinalIgnoreCase)));
    }

    public void Dispose() => _app.Dispose();
}
