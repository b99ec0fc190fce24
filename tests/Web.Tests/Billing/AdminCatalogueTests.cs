using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Packages and codes as admins make them.</summary>
public sealed class AdminCatalogueTests(ShopApp app) : IClassFixture<ShopApp>
{
    private const string Million = "/admin/packages/credits-1m";

    [Fact]
    public async Task A_new_price_is_on_the_shelf_at_once_and_the_old_one_can_no_longer_be_paid()
    {
        var sara = await Shopper.NewAsync(app);
        var old = await sara.FormAsync("credits-1m");
        var layla = await LaylaAsync();

        using var saved = await ChangeAsync(layla, Million, ("Input.Prices[USD]", "8.49"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("849", (await sara.FormAsync("credits-1m"))["seen"]);
        Assert.Contains("$8.49", (await app.Visit().OpenAsync("/en/pricing?currency=USD")).Body!.TextContent, StringComparison.Ordinal);
        using var stale = await sara.SendAsync(old);
        Assert.Contains("price has changed", (await Visitor.PageAsync(stale)).Body!.TextContent, StringComparison.Ordinal);
        var entry = await app.AskAsync(db => db.AuditEntries.OrderBy(e => e.Seq).LastAsync(e => e.Action == AuditAction.PackageChanged && e.SubjectId == "credits-1m"));
        Assert.Equal(("55 CNY, 29.99 SAR, 7.99 USD, offered", "55 CNY, 29.99 SAR, 8.49 USD, offered"), (entry.Before, entry.After));
        using var back = await ChangeAsync(layla, Million, ("Input.Prices[USD]", "7.99"));
    }

    [Fact]
    public async Task A_preview_shows_the_card_in_both_languages_and_saves_nothing()
    {
        var layla = await LaylaAsync();

        using var looked = await ChangeAsync(layla, "/admin/packages/credits-10m", ("Input.Prices[USD]", "44.44"), ("Input.Prices[SAR]", "166.66"), ("look", "true"));

        var page = await Visitor.PageAsync(looked);
        Assert.Contains("$44.44", page.QuerySelector("[lang=en] .price")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("166.66", page.QuerySelector("[lang=ar][dir=rtl] .price")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("نقطة", page.QuerySelector("[lang=ar] .card-title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3999", (await (await Shopper.NewAsync(app)).FormAsync("credits-10m"))["seen"]);
    }

    [Theory]
    [InlineData("USD", "")]
    [InlineData("SAR", "0")]
    [InlineData("CNY", "-35")]
    [InlineData("USD", "4.999")]
    [InlineData("USD", "0.49")]
    [InlineData("USD", "499")]
    [InlineData("SAR", "1.89")]
    [InlineData("CNY", "3500")]
    [InlineData("USD", "79228162514264337593543950335")]
    public async Task A_price_that_is_missing_below_cost_or_absurd_is_refused_beside_its_field(string currency, string price)
    {
        using var refused = await ChangeAsync(await LaylaAsync(), $"/admin/packages/{Shopper.Half}", ($"Input.Prices[{currency}]", price));

        var page = await Visitor.PageAsync(refused);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal("true", page.GetElementById($"price-{currency}")!.GetAttribute("aria-invalid"));
        Assert.Equal("499", (await (await Shopper.NewAsync(app)).FormAsync())["seen"]);
    }

    [Fact]
    public async Task Whoever_saves_second_sees_both_versions_and_decides()
    {
        var (layla, path) = (await LaylaAsync(), "/admin/packages/credits-100k");
        var open = await layla.OpenAsync(path);
        using var first = await ChangeAsync(layla, path, ("Input.Prices[USD]", "1.59"));

        using var second = await SendAsync(layla, open, path, ("Input.Prices[USD]", "1.69"));

        var page = await Visitor.PageAsync(second);
        Assert.Contains("$1.59", page.GetElementById("theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1.69", page.GetElementById("price-USD")!.GetAttribute("value"));
        using var decided = await SendAsync(layla, page, path, ("Input.Prices[USD]", "1.49"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Equal("149", (await (await Shopper.NewAsync(app)).FormAsync("credits-100k"))["seen"]);
    }

    [Fact]
    public async Task A_new_package_can_be_bought_until_it_is_taken_off_the_shelf()
    {
        var layla = await LaylaAsync();
        using var made = await layla.SubmitAsync("/admin/packages/new", "/admin/packages/new",
            ("Input.Credits", "2,000,000"), ("Input.Prices[USD]", "14.99"), ("Input.Prices[SAR]", "55.99"), ("Input.Prices[CNY]", "99"), ("Input.IsOffered", "true"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var sara = await Shopper.NewAsync(app);
        Assert.Equal(2_000_000, (await sara.BuyAsync("credits-2000000")).Credits);
        var form = await sara.FormAsync("credits-2000000");

        using var retired = await ChangeAsync(layla, "/admin/packages/credits-2000000", ("Input.IsOffered", "false"));
        using var refused = await sara.SendAsync(form);
        using var again = await layla.SubmitAsync("/admin/packages/new", "/admin/packages/new", ("Input.Credits", "2000000"), ("Input.Prices[USD]", "14.99"), ("Input.Prices[SAR]", "55.99"), ("Input.Prices[CNY]", "99"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await Visitor.PageAsync(again)).QuerySelector("[data-summary]"));
    }

    [Fact]
    public async Task A_code_holds_from_when_it_is_made_until_it_is_ended()
    {
        var (layla, sara) = (await LaylaAsync(), await Shopper.NewAsync(app));
        using var made = await layla.SubmitAsync("/admin/promo-codes/new", "/admin/promo-codes/new", ("Input.Code", "spring-26"), ("Input.Percent", "20"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal("400", (await sara.FormAsync(query: "?code=SPRING-26"))["seen"]);

        using var ended = await layla.SubmitAsync("/admin/promo-codes", "/admin/promo-codes", ("code", "SPRING-26"));
        using var twice = await layla.SubmitAsync("/admin/promo-codes/new", "/admin/promo-codes/new", ("Input.Code", "Spring-26"), ("Input.Percent", "90"));

        Assert.Equal("499", (await sara.FormAsync(query: "?code=SPRING-26"))["seen"]);
        Assert.NotNull((await Visitor.PageAsync(twice)).QuerySelector("[data-summary]"));
        Assert.Equal([AuditAction.PromoCodeMade, AuditAction.PromoCodeEnded], await app.AskAsync(db => db.AuditEntries.Where(e => e.SubjectId == "SPRING-26").OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync()));
    }

    [Theory]
    [InlineData("no spaces", "10", "", "", "")]
    [InlineData("", "10", "", "", "")]
    [InlineData("ODD-1", "0", "", "", "")]
    [InlineData("ODD-2", "101", "", "", "")]
    [InlineData("ODD-3", "10", "5", "", "")]
    [InlineData("ODD-4", "", "-5", "", "")]
    [InlineData("ODD-5", "", "", "", "")]
    [InlineData("ODD-6", "10", "", "2020-01-01", "")]
    [InlineData("ODD-7", "10", "", "tomorrow", "")]
    [InlineData("ODD-8", "10", "", "", "0")]
    [InlineData("ODD-9", "10", "", "", "many")]
    public async Task A_code_that_makes_no_sense_is_refused(string code, string percent, string sum, string until, string uses)
    {
        using var refused = await (await LaylaAsync()).SubmitAsync("/admin/promo-codes/new", "/admin/promo-codes/new",
            ("Input.Code", code), ("Input.Percent", percent), ("Input.Sum", sum), ("Input.Currency", "USD"), ("Input.Until", until), ("Input.MostUses", uses));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector("[data-summary]"));
        Assert.False(await app.AskAsync(db => db.PromoCodes.AnyAsync(p => p.Code.StartsWith("ODD"))));
    }

    private async Task<Visitor> LaylaAsync()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }

    // Sends the form as it stands, but for what is typed anew.
    private static async Task<HttpResponseMessage> ChangeAsync(Visitor layla, string path, params (string Name, string Value)[] typed) =>
        await SendAsync(layla, await layla.OpenAsync(path), path, typed);

    private static Task<HttpResponseMessage> SendAsync(Visitor layla, IHtmlDocument open, string path, params (string Name, string Value)[] typed) =>
        layla.SubmitAsync(open, path, path, [.. FieldsOf(open).Where(f => typed.All(t => t.Name != f.Name)), .. typed]);

    private static IEnumerable<(string Name, string Value)> FieldsOf(IDocument page) => page.QuerySelectorAll("main input:not([type=hidden])")
        .Where(i => i.GetAttribute("type") != "checkbox" || i.HasAttribute("checked")).Where(i => i.GetAttribute("name") is not null).Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
}
