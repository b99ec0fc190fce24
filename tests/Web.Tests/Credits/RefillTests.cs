using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Credits;

public sealed class RefillTests : IDisposable
{
    private static readonly Interval Daily = new(1, IntervalUnit.Day);

    private readonly AllowancesApp _app = new();

    [Fact]
    public async Task Missed_refills_come_once_and_the_next_at_the_schedules_own_time()
    {
        var (sara, account) = await AddAsync("sara");
        var schedule = await SetAsync(sara, 5_000, Daily);

        _app.Clock.Turn(TimeSpan.FromHours(24 * 10 + 5));
        await using var second = _app.Node();
        await Allowances.AtOnceAsync(16, i => (i % 2 == 0 ? _app : second).PostDueAsync(account));

        Assert.Equal([5_000L], (await _app.GrantsAsync(account, GrantSource.Refill)).Select(g => g.Remaining));
        Assert.Equal(schedule.SetAt.AddDays(11), await DueAsync(account));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-24 * 40)]
    public async Task A_clock_that_goes_back_refills_nothing_again(int hours)
    {
        var (omar, account) = await AddAsync("omar");
        await SetAsync(omar, 5_000, Daily);
        _app.Clock.Turn(TimeSpan.FromDays(20));
        await _app.PostDueAsync(account);

        _app.Clock.Turn(TimeSpan.FromHours(hours));
        await _app.PostDueAsync(account);

        Assert.Single(await _app.GrantsAsync(account, GrantSource.Refill));
    }

    [Fact]
    public async Task A_plan_refills_all_its_accounts_but_those_that_have_a_refill_of_their_own()
    {
        var ((sara, saras), (_, omars)) = (await AddAsync("sara"), await AddAsync("omar"));
        await SetAsync(RefillOwner.Plan("free"), 1_000, new Interval(1, IntervalUnit.Hour));
        await SetAsync(sara, 7, new Interval(2, IntervalUnit.Hour));

        _app.Clock.Turn(TimeSpan.FromHours(2.5));
        await _app.PostDueAsync(saras);
        await _app.PostDueAsync(omars);

        Assert.Equal([7L], (await _app.GrantsAsync(saras, GrantSource.Refill)).Select(g => g.Amount));
        Assert.Equal([1_000L], (await _app.GrantsAsync(omars, GrantSource.Refill)).Select(g => g.Amount));
    }

    [Fact]
    public async Task Ended_it_refills_no_more_and_the_log_tells_all_three_changes()
    {
        var (sara, account) = await AddAsync("sara");
        await SetAsync(sara, 5_000, Daily);
        await SetAsync(sara, 6_000, new Interval(2, IntervalUnit.Week));
        await _app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Refills>().EndAsync(sara, AuditActor.Operator, default);
            return true;
        });

        _app.Clock.Turn(TimeSpan.FromDays(20));
        await _app.PostDueAsync(account);

        Assert.Empty(await _app.GrantsAsync(account, GrantSource.Refill));
        var log = await _app.AskAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.RefillChanged).OrderBy(e => e.Seq).ToListAsync());
        Assert.Equal([(null, "5,000 credits every 1 day"), ("5,000 credits every 1 day", "6,000 credits every 2 weeks"), ("6,000 credits every 2 weeks", null)], log.Select(e => (e.Before, e.After)));
    }

    [Fact]
    public async Task Refilled_credits_stay_unless_the_setting_ends_them()
    {
        var (sara, account) = await AddAsync("sara");
        await SetAsync(sara, 5_000, Daily);
        await using var shorter = _app.Node(("Refill:ExpiresAfter", "3.00:00:00"));

        _app.Clock.Turn(TimeSpan.FromDays(1));
        await _app.PostDueAsync(account);
        _app.Clock.Turn(TimeSpan.FromDays(1));
        await shorter.PostDueAsync(account);

        Assert.Equal([false, true], (await _app.GrantsAsync(account, GrantSource.Refill)).Select(g => g.ExpiresAt == g.GrantedAt.AddDays(3)));
    }

    public void Dispose() => _app.Dispose();

    private async Task<(RefillOwner Owner, Guid Account)> AddAsync(string name)
    {
        var user = await _app.AddUserAsync($"{name}@example.com");
        var account = await _app.AccountOfAsync(user);
        return (RefillOwner.Person(user, account), account);
    }

    private Task<RefillSchedule> SetAsync(RefillOwner owner, long amount, Interval every) =>
        _app.InScopeAsync(services => services.GetRequiredService<Refills>().SetAsync(owner, amount, every, AuditActor.Operator, default));

    private Task<DateTime?> DueAsync(Guid account) => _app.AskAsync(db => db.CreditAccounts.Where(a => a.Id == account).Select(a => a.AllowanceDueAt).SingleAsync());
}
