using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Web.Tests.Billing;
using SaaSChat.Web.Tests.Data;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Admin;

/// <summary>What the overview says of money, credits, use and speed; the figures are those of the books.</summary>
public sealed class OverviewTests : IAsyncLifetime, IDisposable
{
    private readonly ShopApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    [Fact]
    public async Task Money_is_counted_in_its_currency_less_what_went_back_and_a_year_recurs_by_its_twelfth()
    {
        var (sara, omar) = (await Shopper.NewAsync(_app, "sara"), await Shopper.NewAsync(_app, "omar", "ar"));
        await sara.BuyAsync();
        var back = await sara.BuyAsync();
        await _app.Stripe.Outside.RefundAsync(back.GatewayId!, 199);
        var lost = await omar.BuyAsync();
        var dispute = await _app.Stripe.Outside.DisputeAsync(lost.GatewayId!);
        await _app.SettleAsync();
        await _app.Stripe.Outside.MoveDisputeAsync(dispute, "lost");
        await _app.SettleAsync();
        await (await Subscriber.NewAsync(_app, "yearly")).SubscribeAsync("basic", "year");
        await (await Subscriber.NewAsync(_app, "monthly")).SubscribeAsync("basic");
        var layla = await LaylaAsync();

        var page = await layla.OpenAsync("/admin?range=today");

        // 2 x 4.99 + 99.90 + 9.99 - 1.99, and 99.90 / 12 + 9.99 a month.
        var dollars = page.QuerySelector("#money-USD")!.TextContent;
        Assert.All(["$117.88", "$18.32", "$1.99"], sum => Assert.Contains(sum, dollars, StringComparison.Ordinal));
        Assert.Contains("99.90", page.QuerySelector("#recurring")!.TextContent, StringComparison.Ordinal);
        var riyals = page.QuerySelectorAll("#money-SAR td").Select(td => td.TextContent).ToList();
        Assert.Contains("0.00", riyals[0], StringComparison.Ordinal);
        Assert.Contains("18.99", riyals[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("136.87", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(await _app.InScopeAsync(s => s.GetRequiredService<LedgerAudit>().RunAsync(default)), finding => Assert.True(finding.IsWhole, finding.Name));
    }

    [Fact]
    public async Task Credits_use_speed_and_errors_are_those_of_the_books()
    {
        var sara = await _app.AddGuestOfTheHouseAsync("sara", 100_000);
        var good = (await _app.OpenAsync(sara)).Call!;
        await _app.EndAsync(good, Calls.Reported(1_000, 500) with { FirstWord = TimeSpan.FromMilliseconds(640) });
        var bad = (await _app.OpenAsync(sara)).Call!;
        await _app.EndAsync(bad, new CallEnd(CallOutcome.Failed, null, ""));
        var layla = await LaylaAsync();

        var page = await layla.OpenAsync("/admin");

        var (given, left) = await _app.AskAsync(async db => (await db.CreditGrants.SumAsync(g => g.Amount), await db.CreditAccounts.SumAsync(a => a.Available)));
        Assert.Equal($"{given:N0}", Figure("credits-given"));
        Assert.Equal("0", Figure("credits-sold"));
        Assert.Equal("2,400", Figure("credits-spent"));
        Assert.Equal($"{left:N0}", Figure("credits-outstanding"));
        Assert.Equal("$0.0020", Figure("use-cost"));
        Assert.Equal("1,500", Figure("use-tokens"));
        Assert.Equal("50.00%", Figure("speed-errors"));
        Assert.Equal("within 0.75 s", Figure("speed-first"));
        Assert.Contains("Nothing in as many days before", page.QuerySelector("#use-tokens")!.TextContent, StringComparison.Ordinal);

        string Figure(string tile) => page.QuerySelector($"#{tile} > :nth-child(2)")!.TextContent.Trim('\u2068', '\u2069', ' ').Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_the_database_at_most_eight_times()
    {
        var (node, asked) = Questions.Of(_app);
        await using var _ = node;
        var layla = node.Visit();
        await layla.SignInAsAdminAsync();
        await layla.OpenAsync("/admin");
        node.Services.GetRequiredService<SessionChecks>().Forget();
        node.Services.GetRequiredService<PlatformStocks>().Forget();
        var before = asked.Count;

        Assert.Equal(HttpStatusCode.OK, await layla.StatusAsync("/admin?range=90d"));

        Assert.InRange(asked.Count - before, 1, 8);
    }

    [Theory]
    [InlineData("range=ever")]
    [InlineData("from=2026-13-01")]
    [InlineData("from=2999-01-01")]
    [InlineData("from=2026-02-02&to=2026-01-01")]
    [InlineData("from=2001-01-01")]
    public async Task Days_that_make_no_sense_are_refused(string query)
    {
        using var response = await (await LaylaAsync()).Client.GetAsync($"/admin?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty((await Visitor.PageAsync(response)).QuerySelectorAll(".btn[href^='/admin?range=']"));
    }

    [Theory]
    [InlineData(Roles.Support, new[] { "people", "recent" }, new[] { "money", "credits", "use", "speed" })]
    [InlineData(Roles.Ops, new[] { "speed" }, new[] { "money", "credits", "use", "people", "recent" })]
    public async Task Each_role_sees_its_part(string role, string[] seen, string[] hidden)
    {
        var page = await (await _app.SignedInAsync($"{role}-part", role)).OpenAsync("/admin");

        Assert.All(seen, id => Assert.NotNull(page.GetElementById(id)));
        Assert.All(hidden, id => Assert.Null(page.GetElementById(id)));
    }

    [Fact]
    public async Task What_needs_somebody_stands_first()
    {
        await _app.AddExamplesAsync();

        var alerts = (await (await LaylaAsync()).OpenAsync("/admin")).QuerySelector("section[aria-labelledby=alerts]")!.TextContent;

        Assert.Contains("One job was given up", alerts, StringComparison.Ordinal);
        Assert.Contains("One ban is in force", alerts, StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    private async Task<Visitor> LaylaAsync()
    {
        var layla = _app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }
}
