using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Models;

/// <summary>What models cost from a day on, as admins say it.</summary>
public sealed class ModelPriceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_price_is_announced_shown_to_come_and_takes_over_by_itself()
    {
        var (layla, start) = (await LaylaAsync(), Minute(DateTime.UtcNow.AddDays(3)));
        using var added = await AddAsync(layla, "gpt-4.1", start, ("Input.Rates[Standard-Input]", "1.5"), ("Input.Rates[Standard-Output]", "6.25"));

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var model = await ModelAsync("gpt-4.1");
        Assert.Equal((1_500_000L, 6_250_000L), (model.NextPrice(DateTime.UtcNow)!.Standard[UsageKind.Input], model.PriceAt(start)!.Standard[UsageKind.Output]));
        Assert.NotEqual(1_500_000L, model.PriceAt(start.AddSeconds(-1))!.Standard[UsageKind.Input]);
        Assert.Contains("To come", (await layla.OpenAsync("/admin/models/gpt-4.1/prices")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Input 1.5", (await EntryAsync(AuditAction.ModelPriceAdded, "gpt-4.1")).After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_only_announced_can_be_taken_back_and_the_price_before_goes_on()
    {
        var (layla, start) = (await LaylaAsync(), Minute(DateTime.UtcNow.AddDays(3)));
        using var added = await AddAsync(layla, "gpt-4.1-mini", start, ("Input.Rates[Standard-Input]", "9"));
        var announced = (await ModelAsync("gpt-4.1-mini")).NextPrice(DateTime.UtcNow)!;
        var path = $"/admin/models/gpt-4.1-mini/prices/{announced.Id}/withdrawal";

        using var silent = await layla.SubmitAsync(path, path, ("Input.Reason", ""));
        Assert.Null((await ModelAsync("gpt-4.1-mini")).Prices.Single(p => p.Id == announced.Id).TakenBackAt);
        using var back = await layla.SubmitAsync(path, path, ("Input.Reason", "The provider changed its mind."));

        var model = await ModelAsync("gpt-4.1-mini");
        Assert.Null(model.NextPrice(DateTime.UtcNow));
        Assert.Equal(model.PriceAt(DateTime.UtcNow)!.Id, model.PriceAt(start.AddDays(1))!.Id);
        using var again = await AddAsync(layla, "gpt-4.1-mini", start, ("Input.Rates[Standard-Input]", "0.5"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.NotNull(await EntryAsync(AuditAction.ModelPriceTakenBack, "gpt-4.1-mini"));
    }

    [Fact]
    public async Task One_that_ended_where_the_next_was_to_begin_goes_on_when_that_is_taken_back()
    {
        var layla = await LaylaAsync();
        var announced = (await ModelAsync("gemini-3.8-flash")).NextPrice(DateTime.UtcNow)!;
        var path = $"/admin/models/gemini-3.8-flash/prices/{announced.Id}/withdrawal";

        using var back = await layla.SubmitAsync(path, path, ("Input.Reason", "Not after all."));

        Assert.NotNull((await ModelAsync("gemini-3.8-flash")).PriceAt(announced.From.AddDays(1)));
    }

    [Fact]
    public async Task A_price_in_force_cannot_be_taken_back()
    {
        var layla = await LaylaAsync();
        var current = (await ModelAsync("gpt-4o")).PriceAt(DateTime.UtcNow)!;
        var path = $"/admin/models/gpt-4o/prices/{current.Id}/withdrawal";

        using var refused = await layla.SubmitAsync(path, path, ("Input.Reason", "Please."));

        Assert.Equal(current.Id, (await ModelAsync("gpt-4o")).PriceAt(DateTime.UtcNow)!.Id);
        Assert.DoesNotContain("withdrawal", (await layla.OpenAsync("/admin/models/gpt-4o/prices")).QuerySelector($"section[aria-labelledby='price-{current.Id}']")!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Standard-Input", "-1")]
    [InlineData("Standard-Input", "")]
    [InlineData("Standard-Input", "0")]
    [InlineData("Standard-Input", "0.0000001")]
    [InlineData("Standard-Output", "10000.01")]
    [InlineData("Standard-Output", "79228162514264337593543950335")]
    [InlineData("Standard-Output", "many")]
    [InlineData("Standard-CacheRead", "500")]
    [InlineData("Standard-Call", "0.0000000000001")]
    [InlineData("LongContext-Input", "-3")]
    public async Task An_absurd_rate_is_refused_beside_its_field(string rate, string typed)
    {
        using var refused = await AddAsync(await LaylaAsync(), "gpt-5.5", null, ("Input.Rates[Standard-Input]", "5"), ("Input.Rates[Standard-Output]", "25"), ($"Input.Rates[{rate}]", typed));

        Assert.Equal("true", (await Visitor.PageAsync(refused)).GetElementById($"rate-{rate}")!.GetAttribute("aria-invalid"));
        Assert.False(await app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.SubjectId == "gpt-5.5" && e.Action == AuditAction.ModelPriceAdded)));
    }

    [Theory]
    [InlineData("Input.LongContextAbove", "10")]
    [InlineData("Input.Windows", "25:00-26:00")]
    [InlineData("Input.Windows", "all night")]
    [InlineData("Input.From", "tomorrow")]
    [InlineData("Input.From", "2020-01-01T00:00")]
    [InlineData("Input.From", "2999-01-01T00:00")]
    public async Task A_date_or_a_tier_that_makes_no_sense_is_refused_beside_its_field(string field, string typed)
    {
        using var refused = await AddAsync(await LaylaAsync(), "gpt-5.5", null, (field, typed));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector($"[name='{field}'][aria-invalid=true]"));
    }

    [Fact]
    public async Task Dates_do_not_overlap_what_is_announced_is_taken_back_first()
    {
        var (layla, start) = (await LaylaAsync(), Minute(DateTime.UtcNow.AddDays(5)));
        using var first = await AddAsync(layla, "gpt-4.1-nano", start);

        using var same = await AddAsync(layla, "gpt-4.1-nano", start);
        using var before = await AddAsync(layla, "gpt-4.1-nano", start.AddDays(-1));
        using var after = await AddAsync(layla, "gpt-4.1-nano", start.AddDays(1));

        Assert.Contains("take that one back first", (await Visitor.PageAsync(same)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("take that one back first", (await Visitor.PageAsync(before)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Of_two_who_add_a_price_at_once_the_second_is_told()
    {
        var (layla, path) = (await LaylaAsync(), "/admin/models/claude-fable-5-1/prices/new");
        var open = await layla.OpenAsync(path);
        using var first = await AddAsync(layla, "claude-fable-5-1", Minute(DateTime.UtcNow.AddDays(1)));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await layla.SubmitAsync(open, path, path, [.. FormFields.Of(open).Where(f => f.Name != "Input.From"), ("Input.From", Typed(DateTime.UtcNow.AddDays(2)))]);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Fact]
    public async Task All_tiers_and_kinds_are_kept_as_typed()
    {
        var layla = await LaylaAsync();
        var start = Minute(DateTime.UtcNow.AddDays(2));

        using var added = await AddAsync(layla, "claude-opus-5", start,
            ("Input.Rates[Standard-CacheRead]", "0.003625"), ("Input.Rates[Standard-CacheWriteLong]", "10"), ("Input.Rates[Standard-Call]", "0.01"), ("Input.Rates[Standard-AudioInputMinute]", "0.006"),
            ("Input.LongContextAbove", "200000"), ("Input.Rates[LongContext-Input]", "10"), ("Input.Rates[LongContext-Output]", "37.5"),
            ("Input.Windows", "16:30-00:30 04:00-06:00"), ("Input.Weekends", "true"), ("Input.Rates[OffPeak-Input]", "1"), ("Input.Rates[OffPeak-Output]", "2"));

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var price = (await ModelAsync("claude-opus-5")).PriceAt(start)!;
        Assert.Equal((3_625L, 10_000_000_000L, 6_000_000_000L), (price.Standard[UsageKind.CacheRead], price.Standard[UsageKind.Call], price.Standard[UsageKind.AudioInputMinute]));
        Assert.Equal((200_000L, 37_500_000L, "16:30-00:30 04:00-06:00 weekends"), (price.LongContextAbove, price.CardFor(200_001, start)[UsageKind.Output], price.OffPeak!.ToString()));
    }

    [Fact]
    public async Task A_preview_shows_what_a_call_and_last_week_would_bring_and_saves_nothing()
    {
        var buyer = await app.AddBuyerAsync("sara-of-the-week", 10_000_000);
        await app.EndAsync((await app.OpenAsync(buyer, "gpt-5.4-mini")).Call!, Calls.Reported(1_000, 500));

        using var looked = await AddAsync(await LaylaAsync(), "gpt-5.4-mini", null, ("Input.Rates[Standard-Input]", "1"), ("Input.Rates[Standard-Output]", "2"), ("look", "true"));

        var preview = (await Visitor.PageAsync(looked)).GetElementById("preview")!;
        var basic = preview.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("Basic", StringComparison.Ordinal));
        Assert.Contains("$0.0020", basic.QuerySelectorAll("td")[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("2,400", basic.QuerySelectorAll("td")[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("$0.0028", basic.QuerySelectorAll("td")[4].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, preview.QuerySelectorAll("table").Length);
        Assert.False(await app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.SubjectId == "gpt-5.4-mini")));
    }

    private async Task<Visitor> LaylaAsync()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }

    private Task<ChatModel> ModelAsync(string key) => app.AskAsync(db => db.ChatModels.AsNoTracking().WithPrices().SingleAsync(m => m.Key == key));

    private Task<AuditEntry> EntryAsync(AuditAction action, string subject) => app.AskAsync(db => db.AuditEntries.OrderBy(e => e.Seq).LastAsync(e => e.Action == action && e.SubjectId == subject));

    // Sends the form as it stands, but for what is typed anew.
    private static async Task<HttpResponseMessage> AddAsync(Visitor layla, string model, DateTime? from, params (string Name, string Value)[] typed)
    {
        var path = $"/admin/models/{model}/prices/new";
        (string Name, string Value)[] start = from is { } at ? [("Input.From", Typed(at))] : [];
        var last = start.Concat(typed).GroupBy(t => t.Name, StringComparer.Ordinal).Select(g => g.Last()).ToList();
        IHtmlDocument open = await layla.OpenAsync(path);
        return await layla.SubmitAsync(open, path, path, [.. FormFields.Of(open).Where(f => last.TrueForAll(t => t.Name != f.Name)), .. last]);
    }

    private static DateTime Minute(DateTime at) => new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, DateTimeKind.Utc);

    private static string Typed(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
