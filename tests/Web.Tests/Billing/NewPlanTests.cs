using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Plans that admins make, and what plans are called.</summary>
public sealed class NewPlanTests(PlanShop app) : IClassFixture<PlanShop>
{
    private const string New = "/admin/plans/new";

    private static readonly (string Name, string Value)[] Student =
    [
        ("Input.Key", "student"), ("Input.EnglishName", "Student"), ("Input.ArabicName", "الطالب"), ("Input.EnglishPurpose", "For whoever studies"), ("Input.ArabicPurpose", "لمن يدرس"),
        ("Input.Units", "20,000"), ("Input.Generations", "3"), ("Input.AllModels", "true"), ("Input.IsOffered", "true"),
        ("Input.Prices[Month-CNY]", "30"), ("Input.Prices[Month-USD]", "4.99"), ("Input.Prices[Month-SAR]", "18.99"),
        ("Input.Prices[Year-CNY]", "300"), ("Input.Prices[Year-USD]", "49.90"), ("Input.Prices[Year-SAR]", "189.90"),
    ];

    [Fact]
    public async Task A_new_plan_is_shown_in_both_languages_sold_and_written_down()
    {
        var layla = await LaylaAsync();

        using var made = await SendAsync(layla, Student);

        Assert.Equal("/admin/plans", made.Headers.Location!.ToString());
        var (english, arabic) = (await app.Visit().OpenAsync("/en/pricing?currency=USD"), await app.Visit().OpenAsync("/ar/pricing?currency=SAR"));
        Assert.Contains("For whoever studies", CardOf(english, "Student").TextContent, StringComparison.Ordinal);
        Assert.Contains("$4.99", CardOf(english, "Student").TextContent, StringComparison.Ordinal);
        Assert.Contains("لمن يدرس", CardOf(arabic, "الطالب").TextContent, StringComparison.Ordinal);
        var entry = await app.AskAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.PlanMade && e.SubjectId == "student"));
        Assert.StartsWith("Student / الطالب, 20000 units, 3 at once, all models", entry.After, StringComparison.Ordinal);

        var sara = await Subscriber.NewAsync(app, "sara.of.the.school");
        var bought = await sara.SubscribeAsync("student");

        Assert.Equal("student", bought.PlanKey);
        Assert.Equal(2_000_000, await app.AskAsync(db => db.CreditGrants.Where(g => g.AccountId == sara.AccountId && g.SourceKey.StartsWith(CreditKey.Invoices)).Select(g => g.Amount).SingleAsync()));
        Assert.Contains("Student", (await sara.Visitor.OpenAsync("/billing")).GetElementById("plan")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("student", (await app.AskAsync(db => db.Plans.OrderBy(p => p.Order).ToListAsync()))[^1].Key);
    }

    [Fact]
    public async Task A_preview_shows_it_under_its_name_and_makes_nothing()
    {
        using var looked = await SendAsync(await LaylaAsync(), [.. But("Input.Key", "teacher"), ("look", "true")]);

        var page = await Visitor.PageAsync(looked);
        Assert.Contains("الطالب", page.QuerySelector("div[lang=ar] .card-title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Student", page.QuerySelector("div[lang=en] .card-title")!.TextContent, StringComparison.Ordinal);
        Assert.False(await app.AskAsync(db => db.Plans.AnyAsync(p => p.Key == "teacher")));
    }

    [Theory]
    [InlineData("Input.Key", "")]
    [InlineData("Input.Key", "x")]
    [InlineData("Input.Key", "Two Words")]
    [InlineData("Input.Key", "9lives")]
    [InlineData("Input.Key", "../users")]
    [InlineData("Input.Key", "new")]
    [InlineData("Input.Key", "basic")]
    [InlineData("Input.Key", "a-key-of-more-than-forty-letters-is-too-long")]
    [InlineData("Input.EnglishName", "")]
    [InlineData("Input.ArabicName", " ")]
    [InlineData("Input.EnglishPurpose", "")]
    [InlineData("Input.EnglishName", "A name that is longer than forty characters")]
    [InlineData("Input.Units", "-1")]
    public async Task A_plan_that_cannot_be_called_so_is_refused_beside_its_field(string field, string typed)
    {
        var before = await app.AskAsync(db => db.Plans.CountAsync());

        using var refused = await SendAsync(await LaylaAsync(), But(field, typed, ("Input.Key", "refused")));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector($"[name='{field}'][aria-invalid=true]"));
        Assert.Equal(before, await app.AskAsync(db => db.Plans.CountAsync()));
    }

    [Theory]
    [InlineData("Month-USD", "")]
    [InlineData("Year-SAR", "0")]
    [InlineData("Month-CNY", "0.01")]
    public async Task A_new_plan_without_a_price_or_with_an_absurd_one_is_refused(string price, string typed)
    {
        using var refused = await SendAsync(await LaylaAsync(), But($"Input.Prices[{price}]", typed, ("Input.Key", "refused")));

        Assert.Contains((await Visitor.PageAsync(refused)).QuerySelectorAll("[aria-invalid=true]"), f => f.Id!.StartsWith("price-", StringComparison.Ordinal));
        Assert.False(await app.AskAsync(db => db.Plans.AnyAsync(p => p.Key == "refused")));
    }

    [Fact]
    public async Task A_plan_of_ours_is_called_by_its_new_name_wherever_it_stands()
    {
        var (layla, sara) = (await LaylaAsync(), await Subscriber.NewAsync(app, "sara.who.reads"));
        await sara.SubscribeAsync("premium");
        var open = await layla.OpenAsync("/admin/plans/premium");
        Assert.Equal("Premium", ((IHtmlInputElement)open.QuerySelector("[name='Input.EnglishName']")!).Value);
        Assert.Equal("المميزة", ((IHtmlInputElement)open.QuerySelector("[name='Input.ArabicName']")!).Value);

        using var renamed = await layla.SubmitAsync(open, "/admin/plans/premium", "/admin/plans/premium", [.. FormFields.Of(open).Where(f => f.Name != "Input.EnglishName"), ("Input.EnglishName", "Gold")]);

        Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
        foreach (var path in new[] { "/billing", "/plans" }) Assert.Contains("Gold", (await sara.Visitor.OpenAsync(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gold", (await app.Visit().OpenAsync("/en/pricing")).QuerySelector(".plans")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("المميزة", (await app.Visit().OpenAsync("/ar/pricing")).QuerySelector(".plans")!.TextContent, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement CardOf(IHtmlDocument page, string name) => page.QuerySelectorAll(".plan").Single(c => c.QuerySelector(".card-title")!.TextContent.Trim() == name);

    private static (string Name, string Value)[] But(string field, string typed, params (string Name, string Value)[] also) =>
        [.. Student.Where(f => f.Name != field && also.All(a => a.Name != f.Name)), .. also.Where(a => a.Name != field), (field, typed)];

    private async Task<Visitor> LaylaAsync()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }

    private static Task<HttpResponseMessage> SendAsync(Visitor layla, (string Name, string Value)[] typed) => layla.SubmitAsync(New, New, typed);
}
