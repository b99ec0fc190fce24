using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Plans as admins change them.</summary>
public sealed class AdminPlansTests(ShopApp app) : IClassFixture<ShopApp>
{
    private const string Basic = "/admin/plans/basic";
    private const string Premium = "/admin/plans/premium";

    [Fact]
    public async Task A_new_price_is_offered_at_once_and_written_down()
    {
        var layla = await LaylaAsync();

        using var saved = await ChangeAsync(layla, Premium, ("Input.Prices[Month-USD]", "31.99"), ("Input.IsPopular", "true"), ("Input.Generations", "12"), ("Input.Margin", "25"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var shown = await app.Visit().OpenAsync("/en/pricing?currency=USD");
        Assert.Contains("$31.99", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Premium", shown.QuerySelector(".plan.is-popular")!.TextContent, StringComparison.Ordinal);
        var entry = await EntryAsync("premium");
        Assert.Contains("10 at once", entry.Before, StringComparison.Ordinal);
        Assert.Contains("12 at once, all models, limits / tokens / USD, margin 0.25, popular, offered, 199/1990 CNY, 112.99/1129.9 SAR, 31.99/299.9 USD", entry.After, StringComparison.Ordinal);
        using var back = await ChangeAsync(layla, Premium, ("Input.Prices[Month-USD]", "29.99"), ("Input.IsPopular", "false"), ("Input.Generations", "10"), ("Input.Margin", ""));
    }

    [Fact]
    public async Task The_preview_shows_the_card_in_both_languages_and_every_currency_and_saves_nothing()
    {
        using var looked = await ChangeAsync(await LaylaAsync(), Basic, ("Input.Prices[Month-USD]", "11.11"), ("Input.Prices[Month-SAR]", "44.44"), ("look", "true"));

        var page = await Visitor.PageAsync(looked);
        Assert.Contains("$11.11", page.QuerySelector("div[lang=en] .price")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("44.44", page.QuerySelector("div[lang=ar][dir=rtl] .price")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, page.QuerySelectorAll("div[lang=ar] article").Length);
        Assert.Equal(999, await app.AskAsync(db => db.Plans.Where(p => p.Key == "basic").SelectMany(p => p.Prices).Where(p => p.Currency == Domain.Billing.Currency.Usd).Select(p => p.MonthMinor).SingleAsync()));
    }

    [Theory]
    [InlineData("Month-USD", "")]
    [InlineData("Month-CNY", "0")]
    [InlineData("Year-SAR", "")]
    [InlineData("Month-USD", "-9.99")]
    [InlineData("Month-USD", "0.99")]
    [InlineData("Year-USD", "5.00")]
    [InlineData("Year-USD", "150")]
    [InlineData("Month-SAR", "9999")]
    public async Task A_plan_without_a_price_or_with_an_absurd_one_is_refused_beside_its_field(string price, string typed)
    {
        using var refused = await ChangeAsync(await LaylaAsync(), Basic, ($"Input.Prices[{price}]", typed));

        var page = await Visitor.PageAsync(refused);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains(page.QuerySelectorAll("[aria-invalid=true]"), f => f.Id!.StartsWith("price-", StringComparison.Ordinal));
        Assert.False(await app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.SubjectId == "basic" && e.Action == AuditAction.PlanChanged && e.After!.Contains("9999"))));
    }

    [Theory]
    [InlineData("Input.Units", "-1")]
    [InlineData("Input.Units", "many")]
    [InlineData("Input.Generations", "0")]
    [InlineData("Input.Generations", "1000")]
    [InlineData("Input.DayTokens", "-5")]
    [InlineData("Input.MonthCost", "a lot")]
    [InlineData("Input.Margin", "-1")]
    public async Task What_makes_no_sense_is_refused_beside_its_field(string field, string typed)
    {
        using var refused = await ChangeAsync(await LaylaAsync(), Basic, (field, typed));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector($"[name='{field}'][aria-invalid=true]"));
    }

    [Fact]
    public async Task A_retired_plan_is_sold_to_nobody_and_kept_by_its_subscribers()
    {
        var (layla, sara) = (await LaylaAsync(), await Subscriber.NewAsync(app));
        await sara.SubscribeAsync("premium");

        using var retired = await ChangeAsync(layla, Premium, ("Input.IsOffered", "false"));

        Assert.DoesNotContain("Premium", (await app.Visit().OpenAsync("/en/pricing")).QuerySelector(".plans")!.TextContent, StringComparison.Ordinal);
        var page = await layla.OpenAsync(Premium);
        Assert.Contains("One person pays for it now", page.GetElementById("subscribers")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Premium", (await sara.Visitor.OpenAsync("/plans")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(await app.AskAsync(db => db.Subscriptions.AnyAsync(s => s.PlanKey == "premium" && s.EndedAt == null)));
        using var back = await ChangeAsync(layla, Premium, ("Input.IsOffered", "true"));
    }

    [Fact]
    public async Task A_plan_that_costs_nothing_is_always_offered()
    {
        using var refused = await ChangeAsync(await LaylaAsync(), "/admin/plans/free", ("Input.IsOffered", "false"));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector("[data-summary]"));
        Assert.False(await app.AskAsync(db => db.Plans.Where(p => p.Key == "free").Select(p => p.IsRetired).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_what_is_there_now()
    {
        var layla = await LaylaAsync();
        var open = await layla.OpenAsync("/admin/plans/guest");
        using var first = await ChangeAsync(layla, "/admin/plans/guest", ("Input.Units", "1,100"));

        using var second = await SendAsync(layla, open, "/admin/plans/guest", ("Input.Units", "900"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("1,100", (await Visitor.PageAsync(second)).GetElementById("theirs")!.TextContent, StringComparison.Ordinal);
        using var back = await ChangeAsync(layla, "/admin/plans/guest", ("Input.Units", "1000"));
    }

    [Fact]
    public async Task The_order_is_changed_without_scripts()
    {
        var layla = await LaylaAsync();

        using var moved = await layla.SubmitAsync("/admin/plans", "/admin/plans", ("key", "premium"), ("up", "true"));
        Assert.Equal(["guest", "free", "premium", "basic"], await app.AskAsync(db => db.Plans.OrderBy(p => p.Order).Select(p => p.Key).ToListAsync()));
        using var back = await layla.SubmitAsync("/admin/plans", "/admin/plans", ("key", "premium"), ("up", "false"));

        Assert.Equal("premium", (await app.AskAsync(db => db.Plans.OrderBy(p => p.Order).ToListAsync()))[^1].Key);
    }

    [Fact]
    public async Task A_refill_is_set_for_a_plan_and_ended()
    {
        var (layla, path) = (await LaylaAsync(), "/admin/plans/basic/refill");
        using var odd = await layla.SubmitAsync(path, path, ("Amount", "0"), ("Every", "0"), ("Unit", "Day"));
        Assert.Equal(2, (await Visitor.PageAsync(odd)).QuerySelectorAll("[aria-invalid=true]").Length);

        using var set = await layla.SubmitAsync(path, path, ("Amount", "5,000"), ("Every", "2"), ("Unit", "Week"));

        Assert.Contains("every 2 weeks", (await layla.OpenAsync(path)).GetElementById("schedule")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new Interval(2, IntervalUnit.Week), await app.AskAsync(db => db.RefillSchedules.Where(s => s.PlanKey == "basic").Select(s => s.Every).SingleAsync()));
        using var ended = await layla.SubmitAsync(path, path, ("end", "true"));
        Assert.False(await app.AskAsync(db => db.RefillSchedules.AnyAsync(s => s.PlanKey == "basic")));
        Assert.Equal(2, await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.SubjectId == "basic" && e.Action == AuditAction.RefillChanged)));
    }

    private async Task<Visitor> LaylaAsync()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }

    private Task<AuditEntry> EntryAsync(string plan) => app.AskAsync(db => db.AuditEntries.OrderBy(e => e.Seq).LastAsync(e => e.Action == AuditAction.PlanChanged && e.SubjectId == plan));

    private static async Task<HttpResponseMessage> ChangeAsync(Visitor layla, string path, params (string Name, string Value)[] typed) => await SendAsync(layla, await layla.OpenAsync(path), path, typed);

    // Sends the form as it stands, but for what is typed anew.
    private static Task<HttpResponseMessage> SendAsync(Visitor layla, IHtmlDocument open, string path, params (string Name, string Value)[] typed) =>
        layla.SubmitAsync(open, path, path, [.. FormFields.Of(open).Where(f => typed.All(t => t.Name != f.Name)), .. typed]);
}
