using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Credits;

public sealed class CycleTests : IDisposable
{
    private readonly AllowancesApp _app = new();

    [Fact]
    public async Task Who_signs_up_has_the_first_month_at_once_and_it_ends_with_the_month()
    {
        var sara = await _app.AccountOfAsync(await _app.AddUserAsync("sara@example.com"));

        var month = Assert.Single(await _app.GrantsAsync(sara, GrantSource.Plan));
        Assert.Equal((250_000, month.GrantedAt.AddMonths(1)), (month.Remaining, month.ExpiresAt));
    }

    [Fact]
    public async Task Signed_up_on_the_thirty_first_the_months_begin_on_the_last_day_and_roll_nothing_over()
    {
        _app.TurnTo(new DateTime(2028, 1, 31, 9, 0, 0, DateTimeKind.Utc));
        var sara = await _app.AccountOfAsync(await _app.AddUserAsync("sara@example.com"));

        foreach (var (month, day) in new[] { (2, 29), (3, 31), (4, 30), (5, 31) })
        {
            _app.TurnTo(new DateTime(2028, month, day, 10, 0, 0, DateTimeKind.Utc));
            await _app.PostDueAsync(sara);
            Assert.Equal((month, day), ((await _app.GrantsAsync(sara, GrantSource.Plan))[^1].GrantedAt.Month, day));
        }

        Assert.Equal([29, 31, 30, 31, 30], (await _app.GrantsAsync(sara, GrantSource.Plan)).Select(g => g.ExpiresAt!.Value.Day));
        Assert.Equal(250_000, (await _app.AskAsync(db => db.CreditAccounts.SingleAsync(a => a.Id == sara))).Available);
    }

    [Fact]
    public async Task Of_sixty_four_who_look_at_once_on_two_nodes_one_posts_the_month()
    {
        var omar = await _app.AccountOfAsync(await _app.AddUserAsync("omar@example.com"));
        await using var second = _app.Node();
        _app.Clock.Turn(TimeSpan.FromDays(32));

        await Allowances.AtOnceAsync(64, i => (i % 2 == 0 ? _app : second).PostDueAsync(omar));

        Assert.Equal([0L, 250_000], (await _app.GrantsAsync(omar, GrantSource.Plan)).Select(g => g.Remaining));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-24 * 40)]
    public async Task A_clock_that_goes_back_posts_no_month_again(int hours)
    {
        var omar = await _app.AccountOfAsync(await _app.AddUserAsync("omar@example.com"));
        _app.Clock.Turn(TimeSpan.FromDays(40));
        await _app.PostDueAsync(omar);

        _app.Clock.Turn(TimeSpan.FromHours(hours));
        await _app.PostDueAsync(omar);

        Assert.Equal(2, (await _app.GrantsAsync(omar, GrantSource.Plan)).Count);
    }

    [Fact]
    public async Task The_job_finds_all_whose_month_begins_and_one_that_fails_holds_up_nobody()
    {
        await AddManyAsync(230);
        await _app.AskAsync(db => db.Allowances.Where(a => a.PlanKey == PlanCatalogue.Free.Key).Take(1).ExecuteDeleteAsync());
        _app.Clock.Turn(TimeSpan.FromDays(32));

        await Assert.ThrowsAsync<AggregateException>(RunAsync);
        await Assert.ThrowsAsync<AggregateException>(RunAsync);

        // The development admin is on a plan whose months come with invoices.
        Assert.Equal(229, await _app.AskAsync(db => db.CreditGrants.CountAsync(g => g.Source == GrantSource.Plan && g.ExpiresAt > _app.Now)));
        Assert.Equal(1, await _app.AskAsync(db => db.CreditAccounts.CountAsync(a => a.AllowanceDueAt <= _app.Now)));
    }

    [Fact]
    public async Task What_a_unit_is_worth_is_a_setting_from_the_next_month_on()
    {
        var sara = await _app.AccountOfAsync(await _app.AddUserAsync("sara@example.com"));
        await using var dearer = _app.Node(("Quota:CreditsPerUnit", "10"));

        _app.Clock.Turn(TimeSpan.FromDays(32));
        await dearer.PostDueAsync(sara);

        Assert.Equal([250_000L, 25_000], (await _app.GrantsAsync(sara, GrantSource.Plan)).Select(g => g.Amount));
    }

    public void Dispose() => _app.Dispose();

    private Task<bool> RunAsync() => _app.InScopeAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<ResetQuotasJob>(services).RunAsync(default, default);
        return true;
    });

    // The development admin is one of them.
    private Task<int> AddManyAsync(int people) => _app.InScopeAsync(async services =>
    {
        var (db, opening) = (services.GetRequiredService<Infrastructure.Data.AppDbContext>(), services.GetRequiredService<AccountOpening>());
        foreach (var user in Enumerable.Range(0, people).Select(i => AppUser.Register($"p{i}@example.com", $"p{i}", ViewPreferences.Default, _app.Now)))
        {
            (user.NormalizedEmail, user.NormalizedUserName, user.EmailConfirmed) = (user.Email!.ToUpperInvariant(), user.Email.ToUpperInvariant(), true);
            db.Users.Add(user);
            await opening.OfPersonAsync(user.Id, null, _app.Now, default);
        }

        return await db.SaveChangesAsync();
    });
}
