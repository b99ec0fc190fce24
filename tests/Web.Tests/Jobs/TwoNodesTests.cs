using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;
using Xunit.Abstractions;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>Two processes of the built program on one database file, of which one is killed again and again while it works.</summary>
public sealed class TwoNodesTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] Jobs = ["quota-reset", "auto-refill", "usage-alerts", "low-balance"];

    private readonly NodesApp _app = new();

    [SqliteFact]
    public Task Each_reset_refill_and_alert_comes_once_though_one_node_is_killed_at_random() => AssertOnceThoughKilledAsync(() => RunningNode.StartAsync(_app));

    [SqliteFact]
    public Task So_they_do_where_the_nodes_share_their_jobs() => AssertOnceThoughKilledAsync(() => RunningNode.StartClusteredAsync(_app));

    [SqliteFact]
    public async Task Of_nodes_that_share_their_jobs_another_takes_over_what_a_killed_one_had_begun_and_each_minutes_work_is_done_once()
    {
        await using var doomed = await RunningNode.StartClusteredAsync(_app, isDoomed: true);
        await doomed.SaysAsync(OutlivingJob.Begun);
        await using var steady = await RunningNode.StartClusteredAsync(_app);

        await doomed.KillAsync();
        await steady.SaysAsync("OutlivingJob done at attempt 1");

        var runs = await SweepsAsync(atLeast: 2);
        Assert.Equal(runs.Count, runs.DistinctBy(at => at.Ticks / TimeSpan.TicksPerMinute).Count());
    }

    [SqliteFact]
    public async Task Two_nodes_that_have_nothing_to_do_rest_and_still_run_their_jobs_by_the_clock()
    {
        await using var one = await RunningNode.StartAsync(_app);
        await using var two = await RunningNode.StartAsync(_app);
        await Task.Delay(TimeSpan.FromSeconds(5));

        var before = one.Worked + two.Worked;
        await Task.Delay(TimeSpan.FromSeconds(62));
        var worked = (one.Worked + two.Worked - before).TotalSeconds;

        output.WriteLine($"two idle nodes kept a processor busy for {worked:F2} of 62 seconds");

        // A loop that never rests would take a minute; a loaded machine counts more for the same work.
        Assert.True(worked < 20, $"Two idle nodes kept a processor busy for {worked:F2} seconds.");
        Assert.Equal(2, await _app.AskAsync(db => db.JobRuns.Where(r => r.Job == "hold-sweep").Select(r => r.Node).Distinct().CountAsync()));
    }

    public void Dispose() => _app.Dispose();

    private async Task AssertOnceThoughKilledAsync(Func<Task<RunningNode>> startAsync)
    {
        var (people, seed) = (Size.Of(40, 400), Size.Seed());
        output.WriteLine($"seed {seed}: {people} people");
        await AddPeopleAsync(people);
        var random = new Random(seed);
        await using var steady = await startAsync();

        for (var kill = 0; kill < Size.Of(3, 60); kill++)
        {
            await using var doomed = await startAsync();
            var pressing = Task.WhenAll(Jobs.SelectMany(job => new[] { steady.PressAsync(job), doomed.PressAsync(job) }));
            await Task.Delay(random.Next(0, 400));
            await doomed.KillAsync();
            await pressing;
        }

        await SettledAsync(steady, people);
        await AssertOnceAsync(people);
        await _app.AssertBooksAreWholeAsync();
    }

    // When one was begun, on whichever node.
    private async Task<List<DateTime>> SweepsAsync(int atLeast)
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        while (true)
        {
            var runs = await _app.AskAsync(db => db.JobRuns.Where(r => r.Job == "hold-sweep").Select(r => r.StartedAt).ToListAsync(tooLate.Token));
            if (runs.Count >= atLeast) return runs;
            await Task.Delay(500, tooLate.Token);
        }
    }

    // Their month is over, a daily refill is due, they have passed a threshold, and they wished to be warned long before.
    private async Task AddPeopleAsync(int people)
    {
        for (var i = 0; i < people; i++)
        {
            var user = await _app.AddUserAsync($"p{i}@example.com");
            var account = await _app.AccountOfAsync(user);
            await _app.AskAsync(db =>
            {
                var wish = AlertWish.Of(user, account);
                wish.Change(10_000_000);
                db.AddRange(wish, new UsageAlert(account, user, LimitKind.MonthTokens, new DateOnly(2026, 11, 1), 80, DateTime.UtcNow));
                return db.SaveChangesAsync();
            });
        }

        await _app.InScopeAsync(s => s.GetRequiredService<Refills>().SetAsync(RefillOwner.Plan("free"), 1_000, new Interval(1, IntervalUnit.Day), AuditActor.Operator, default));
        var (then, past) = (DateTime.UtcNow.AddDays(-40), DateTime.UtcNow.AddHours(-1));
        await _app.AskAsync(db => db.Allowances.Where(a => a.PlanKey == "free").ExecuteUpdateAsync(a => a.SetProperty(x => x.Since, then).SetProperty(x => x.GivenUntil, then.AddMonths(1))));
        await _app.AskAsync(db => db.RefillSchedules.ExecuteUpdateAsync(s => s.SetProperty(x => x.SetAt, past.AddDays(-1))));
        await _app.AskAsync(db => db.CreditAccounts.Where(c => db.Allowances.Any(a => a.AccountId == c.Id && a.PlanKey == "free")).ExecuteUpdateAsync(c => c.SetProperty(x => x.AllowanceDueAt, past)));
    }

    private async Task SettledAsync(RunningNode node, int people)
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (await NoticesAsync() < 3 * people)
        {
            foreach (var job in Jobs) await node.PressAsync(job);
            await Task.Delay(500, tooLate.Token);
        }
    }

    private Task<int> NoticesAsync() => _app.AskAsync(db => db.Notices.CountAsync());

    private async Task AssertOnceAsync(int people)
    {
        foreach (var source in new[] { GrantSource.Plan, GrantSource.Refill })
        {
            var given = await _app.AskAsync(db => db.CreditGrants.Where(g => g.Source == source && db.Accounts.Any(a => a.Id == g.AccountId && db.Notices.Any(n => n.UserId == a.OwnerId)))
                .GroupBy(g => g.AccountId).Select(g => g.Count()).ToListAsync());
            Assert.Equal(people, given.Count);
            Assert.All(given, times => Assert.Equal(source == GrantSource.Plan ? 2 : 1, times));
        }

        foreach (var kind in new[] { NoticeKind.LimitPassed, NoticeKind.LowBalance, NoticeKind.Refilled })
            Assert.Equal(Enumerable.Repeat(1, people), await _app.AskAsync(db => db.Notices.Where(n => n.Kind == kind).GroupBy(n => n.UserId).Select(g => g.Count()).ToListAsync()));
        foreach (var kind in new[] { MailKind.MonthTokensPassed, MailKind.LowBalance, MailKind.Refilled })
            Assert.Equal(Enumerable.Repeat(1, people), await _app.AskAsync(db => db.OutboxMails.Where(m => m.Kind == kind).GroupBy(m => m.To).Select(g => g.Count()).ToListAsync()));
    }
}
