using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure;
using SaaSChat.Web.Tests.Chats;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Usage;

public sealed class UsagePageTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    private static readonly string[] Models = ["demo", "gpt-4o-mini", "gpt-4o"];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(42)]
    public async Task What_the_page_says_equals_the_ledger_to_the_unit(int seed)
    {
        var person = await app.AddBuyerAsync($"sara-random-{seed}", 100_000_000);
        await UseAtRandomAsync(person, new Random(seed), calls: 25);

        var page = await (await app.SignInAgainAsync($"sara-random-{seed}")).OpenAsync("/usage?range=lifetime");

        var charged = await app.AskAsync(db => db.CreditEntries.Where(e => e.AccountId == person.AccountId && e.Reason == CreditReason.Settle).SumAsync(e => -e.Amount));
        var records = await app.RecordsAsync(person.AccountId);
        Assert.True(charged > 0);
        Assert.Equal(charged, Total(page, "credits"));
        Assert.Equal((records.Sum(r => r.Tokens), records.Count), (Total(page, "tokens"), (int)Total(page, "operations")));
        Assert.Equal(charged, page.QuerySelectorAll("figure td[data-value]").Sum(d => long.Parse(d.GetAttribute("data-value")!, CultureInfo.InvariantCulture)));
        foreach (var table in new[] { "by-models", "by-sources", "by-keys" })
            Assert.Equal(charged, page.QuerySelectorAll($"[aria-labelledby={table}] tbody tr").Sum(row => Number(row.QuerySelectorAll("td")[0])));
        await app.AssertUsageAgreesAsync();
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Days_of_one_s_own_choice_are_compared_with_as_many_before()
    {
        var person = await app.AddBuyerAsync("nadia-trend", 1_000_000);
        await UseAsync(person, Calls.Reported(1_000, 0));
        app.Clock.Turn(TimeSpan.FromDays(1));
        await UseAsync(person, Calls.Reported(1_500, 0));
        var nadia = await app.SignInAgainAsync("nadia-trend");

        var page = await nadia.OpenAsync("/usage?range=today");
        var both = await nadia.OpenAsync($"/usage?from={Iso(Today.AddDays(-1))}&to={Iso(Today)}");

        Assert.Equal(1_500, Total(page, "tokens"));
        Assert.Contains("50%", page.QuerySelector("#total-tokens span:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2_500, Total(both, "tokens"));
        Assert.Equal(["1200", "1800"], both.QuerySelectorAll("figure td[data-value]").Select(d => d.GetAttribute("data-value")));
    }

    [Theory]
    [InlineData("en", "Nothing was used here")]
    [InlineData("ar", "لا استخدام هنا")]
    public async Task Whoever_has_used_nothing_is_told_how_to_begin(string language, string said)
    {
        var (hana, _) = await app.SignInBuyerAsync($"hana-new-{language}", language);

        var page = await hana.OpenAsync("/usage");

        Assert.Contains(said, page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("script[src*='chart']"));
    }

    [Theory]
    [InlineData("range=year")]
    [InlineData("range=Month")]
    [InlineData("from=2026-11-25&to=2026-11-24")]
    [InlineData("from=2998-01-01")]
    [InlineData("from=2998-01-01&to=2999-01-01")]
    [InlineData("to=1999-12-31")]
    [InlineData("from=25/11/2026")]
    public async Task Days_that_cannot_be_shown_are_refused_in_words(string query)
    {
        var (omar, _) = await app.SignInBuyerAsync($"omar.{Guid.NewGuid():N}");
        using var response = await omar.Client.GetAsync($"/usage?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await Visitor.PageAsync(response)).QuerySelector("main [role=alert] p"));
    }

    [Fact]
    public async Task Very_many_days_are_shown_by_months()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-years");
        await UseAsync(person, Calls.Reported(500, 0));

        var page = await sara.OpenAsync("/usage?from=2000-01-01");

        Assert.Equal(((Today.Year - 2000) * 12) + Today.Month, page.QuerySelectorAll("figure tbody tr").Length);
        Assert.Equal(500, Total(page, "tokens"));
    }

    [Fact]
    public async Task The_forecast_goes_on_at_the_pace_of_the_last_whole_days()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-pace", credits: 20_000);
        await UseAsync(person, Calls.Reported(5_000, 0));
        Assert.Null((await sara.OpenAsync("/usage")).QuerySelector("[aria-labelledby=forecast]"));
        app.Clock.Turn(TimeSpan.FromDays(1));

        var forecast = (await (await app.SignInAgainAsync("sara-pace")).OpenAsync("/usage")).QuerySelector("[aria-labelledby=forecast]")!;

        Assert.Contains("6,000 credits", forecast.QuerySelector("dd")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("would not be enough", forecast.TextContent, StringComparison.Ordinal);
        Assert.Contains("yesterday", forecast.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conversations_are_listed_by_what_they_used_and_opened_to_their_calls()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-talks");
        var small = await app.AddTalkAsync(person.UserId, "Small talk", app.Clock.UtcNow());
        var large = await app.AddTalkAsync(person.UserId, "Large talk", app.Clock.UtcNow());
        foreach (var (talk, tokens) in new[] { (small, 100), (large, 900), (large, 100) })
        {
            await app.EndAsync((await app.OpenAsync(person, conversation: talk.Id)).Call!, Calls.Reported(tokens, 0));
            await app.AskAsync(db => db.Conversations.Where(c => c.Id == talk.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Credits, x => x.Credits + tokens)));
        }

        var links = (await sara.OpenAsync("/usage")).QuerySelectorAll("[aria-labelledby=conversations] a").Select(a => a.GetAttribute("href")).ToList();
        var page = await sara.OpenAsync(links[0]!);

        Assert.Equal([$"/usage/conversations/{large.Id}", $"/usage/conversations/{small.Id}"], links);
        Assert.Equal("1,200", page.QuerySelector(".kpi span:nth-child(2)")!.TextContent);
        Assert.Equal(["record-3", "record-2"], page.QuerySelectorAll("main tbody[role] tr").Select(r => r.Id));
    }

    [Fact]
    public async Task Nobody_else_s_conversation_is_there()
    {
        var (_, person) = await app.SignInBuyerAsync("sara-secret");
        var talk = await app.AddTalkAsync(person.UserId, "Secret", app.Clock.UtcNow());
        var (omar, _) = await app.SignInBuyerAsync("omar-curious");

        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync($"/usage/conversations/{talk.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync($"/usage/conversations/{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync($"/usage/log?conversation={talk.Id}"));
    }

    private DateOnly Today => DateOnly.FromDateTime(app.Clock.UtcNow());

    private async Task UseAtRandomAsync(Person person, Random random, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            if (random.Next(4) == 0) app.Clock.Turn(TimeSpan.FromHours(random.Next(1, 30)));
            var open = await app.OpenAsync(
                person, Models[random.Next(Models.Length)], source: (UsageSource)random.Next(3), apiKey: random.Next(2) == 0 ? null : new Guid(random.Next(1, 3), 0, 0, new byte[8]));
            var used = Quantities.Of(
                (UsageKind.Input, random.Next(5_000)), (UsageKind.CacheRead, random.Next(3_000)), (UsageKind.CacheWriteShort, random.Next(500)), (UsageKind.Output, random.Next(2_000)));
            await app.EndAsync(open.Call!, new CallEnd((CallOutcome)random.Next(3), random.Next(4) == 0 ? null : used, "An answer that came."));
        }
    }

    private async Task UseAsync(Person person, CallEnd end) => await app.EndAsync((await app.OpenAsync(person)).Call!, end);

    private static long Total(IDocument page, string what) => Number(page.QuerySelector($"#total-{what} span:nth-child(2)")!);

    private static long Number(IElement figure) => long.Parse(figure.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
