using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Jobs;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Jobs;

public sealed class RetentionJobTests : IDisposable
{
    private const string Active = "203.0.113.1";
    private const string JustOver = "203.0.113.2";
    private const string LongOver = "203.0.113.3";

    private readonly JobsApp _app = new();

    [Fact]
    public async Task Bans_go_thirty_days_after_they_ended_however_many_and_the_others_stay()
    {
        await BanAsync(LongOver, endedDaysAgo: 30.1, times: 1_100);
        await BanAsync(JustOver, endedDaysAgo: 29.9);
        await BanAsync(Active, endedDaysAgo: -1);

        await RunAsync(times: 1);
        Assert.Equal([Active, JustOver], await SubjectsAsync());

        await RunAsync(times: 2);
        Assert.Equal([Active, JustOver], await SubjectsAsync());
    }

    [Fact]
    public async Task A_session_goes_ninety_days_after_it_was_over_whether_it_ran_out_or_was_ended()
    {
        var sara = await _app.AddUserAsync("sara@example.com");
        var now = _app.Services.GetRequiredService<TimeProvider>().UtcNow();
        var (ranOut, ended, kept) = (At(now.AddDays(-91.1)), At(now.AddDays(-200)), At(now.AddDays(-90.9)));
        await _app.AskAsync(db =>
        {
            db.AddRange(ranOut, ended, kept);
            return db.SaveChangesAsync();
        });
        await _app.InScopeAsync(s => s.GetRequiredService<Sessions>().EndAsync(sara, ended.Id, CancellationToken.None));

        await RunAsync(times: 1);

        Assert.Equal(new[] { ended.Id, kept.Id }.Order(), await _app.AskAsync(db => db.Sessions.Where(s => s.UserId == sara).Select(s => s.Id).OrderBy(id => id).ToListAsync()));

        Session At(DateTime startedAt) => Session.Start(sara, "a browser", "203.0.113.5", startedAt, TimeSpan.FromDays(1), twoFactors: false);
    }

    [Fact]
    public async Task A_key_goes_ninety_days_after_it_was_revoked_or_has_expired()
    {
        var sara = await _app.AddUserAsync("sara@example.com");
        var (account, now) = (await _app.AccountOfAsync(sara), _app.Services.GetRequiredService<TimeProvider>().UtcNow());
        ApiKey[] keys = [Issue(100, revokedAfter: 9.9), Issue(100, revokedAfter: 10.1), Issue(120, lasts: 29.9), Issue(120, lasts: 30.1), Issue(1_000)];
        await _app.AskAsync(db =>
        {
            db.AddRange(keys.AsEnumerable());
            return db.SaveChangesAsync();
        });

        await RunAsync(times: 1);

        Assert.Equal(
            new[] { keys[1].Id, keys[3].Id, keys[4].Id }.Order(),
            (await _app.AskAsync(db => db.ApiKeys.Where(k => k.UserId == sara).Select(k => k.Id).ToListAsync())).Order());

        ApiKey Issue(double daysAgo, double? revokedAfter = null, double? lasts = null)
        {
            var at = now.AddDays(-daysAgo);
            var key = ApiKey.Issue(sara, account, new ApiKeyOrder("a program", ApiScope.All) { Lifetime = lasts is { } days ? TimeSpan.FromDays(days) : null }, at).Key;
            if (revokedAfter is { } after) key.Revoke(at.AddDays(after));
            return key;
        }
    }

    [Fact]
    public async Task What_is_known_of_a_run_goes_after_seven_days()
    {
        var now = _app.Services.GetRequiredService<TimeProvider>().UtcNow();
        JobRun[] runs = [.. new[] { 6.9, 7.1 }.Select(days => JobRun.Begin("exports", null, 1, "here", now.AddDays(-days)))];
        await _app.AskAsync(db =>
        {
            db.AddRange(runs.AsEnumerable());
            return db.SaveChangesAsync();
        });

        await RunAsync(times: 1);

        Assert.Equal([runs[0].Id], await _app.AskAsync(db => db.JobRuns.Where(r => r.Node == "here").Select(r => r.Id).ToListAsync()));
    }

    public void Dispose() => _app.Dispose();

    private async Task RunAsync(int times)
    {
        await _app.TriggerAsync("retention");
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (_app.Log.Count(LogLevel.Information, "RetentionJob done") < times) await Task.Delay(10, tooLate.Token);
    }

    private Task<int> BanAsync(string subject, double endedDaysAgo, int times = 1) => _app.AskAsync(db =>
    {
        var until = _app.Services.GetRequiredService<TimeProvider>().UtcNow().AddDays(-endedDaysAgo);
        db.AddRange(Enumerable.Range(0, times).Select(_ => Ban.Place(Offender.At(NetworkAddress.Parse(subject)!.Value), 100, until.AddDays(-1), TimeSpan.FromDays(1))));
        return db.SaveChangesAsync();
    });

    private Task<List<string>> SubjectsAsync() => _app.AskAsync(db => db.Bans.Select(b => b.Subject).Distinct().OrderBy(s => s).ToListAsync());
}
