using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Web.Tests.Credits;
using Guest = SaaSChat.Domain.Accounts.Visitor;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class GuestTrialTests(AllowancesApp app) : IClassFixture<AllowancesApp>
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    [Fact]
    public async Task A_guest_has_a_hundred_thousand_credits_once()
    {
        var guest = (await BeginAsync(app, "203.0.113.1"))!;

        app.Clock.Turn(TimeSpan.FromDays(40));
        await app.PostDueAsync(guest.AccountId);

        var trial = Assert.Single(await app.GrantsAsync(guest.AccountId, GrantSource.Trial));
        Assert.Equal((100_000, (DateTime?)null), (trial.Remaining, trial.ExpiresAt));
    }

    [Fact]
    public async Task Each_month_where_the_setting_says_so_as_long_as_the_guest_is_remembered()
    {
        await using var monthly = app.Node(("GuestTrial:Renews", "true"));
        var (known, forgotten) = ((await BeginAsync(monthly, "203.0.114.1"))!, (await BeginAsync(monthly, "203.0.114.2"))!);
        await app.AskAsync(db => db.Visitors.Where(v => v.Id == forgotten.Id).ExecuteDeleteAsync());

        app.Clock.Turn(TimeSpan.FromDays(32));
        await monthly.PostDueAsync(known.AccountId);
        await monthly.PostDueAsync(forgotten.AccountId);

        Assert.Equal([0L, 100_000], (await app.GrantsAsync(known.AccountId, GrantSource.Trial)).Select(g => g.Remaining));
        Assert.Single(await app.GrantsAsync(forgotten.AccountId, GrantSource.Trial));
    }

    [Fact]
    public async Task Of_thirty_two_from_one_network_at_once_on_two_nodes_as_many_begin_as_a_day_allows()
    {
        await using var second = app.Node();

        var begun = await Credits.Allowances.AtOnceAsync(32, i => BeginAsync(i % 2 == 0 ? app : second, $"203.0.115.{i}"));

        Assert.Equal(10, begun.Count(v => v is not null));
        Assert.Equal(Enumerable.Range(1, 10), begun.OfType<Guest>().Select(v => v.Place).Order());
        Assert.NotNull(await BeginAsync(app, "203.0.115.1", "curl/8.16.0"));
        app.Clock.Turn(TimeSpan.FromDays(1));
        Assert.NotNull(await BeginAsync(app, "203.0.115.1"));
    }

    [Fact]
    public async Task Where_somebody_came_from_stands_nowhere_and_is_another_hash_each_month()
    {
        var before = (await BeginAsync(app, "203.0.116.1"))!;
        app.Clock.Turn(TimeSpan.FromDays(32));
        var after = (await BeginAsync(app, "203.0.116.1"))!;

        Assert.NotEqual(before.Network, after.Network);
        Assert.All([before, after], visitor => Assert.Matches("^[0-9a-f]{64}$", visitor.Network));
    }

    [Fact]
    public async Task A_guest_is_forgotten_after_a_year_and_a_key_after_its_month()
    {
        var guest = (await BeginAsync(app, "203.0.118.1"))!;

        app.Clock.Turn(TimeSpan.FromDays(366));
        await app.InScopeAsync(async services =>
        {
            await ActivatorUtilities.CreateInstance<RetentionJob>(services).RunAsync(default, default);
            return true;
        });

        Assert.False(await app.AskAsync(db => db.Visitors.AnyAsync(v => v.Id == guest.Id)));
        Assert.Empty(await app.AskAsync(db => db.NetworkKeys.ToListAsync()));
    }

    [Fact]
    public async Task Switched_off_nothing_begins_and_nothing_is_written()
    {
        await using var closed = app.Node(("GuestTrial:Enabled", "false"));
        var before = await app.AskAsync(db => db.Accounts.CountAsync());

        Assert.Null(await BeginAsync(closed, "203.0.117.1"));
        Assert.Equal(before, await app.AskAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Looking_at_pages_makes_nobody_a_guest()
    {
        var omar = app.Visit();
        var before = await app.AskAsync(db => db.Visitors.CountAsync());

        using var home = await omar.Client.GetAsync("/en");

        Assert.Equal(before, await app.AskAsync(db => db.Visitors.CountAsync()));
        Assert.DoesNotContain(Security.Cookies.Of(home), cookie => cookie.StartsWith("visitor=", StringComparison.Ordinal));
    }

    internal static Task<Guest?> BeginAsync(WebApplicationFactory<Program> app, string address, string browser = Firefox) =>
        app.InScopeAsync(services => services.GetRequiredService<GuestTrial>().BeginAsync(IPAddress.Parse(address), browser, default));
}
