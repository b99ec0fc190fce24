using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Balance;

public sealed class HistoryTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_movement_shows_the_balance_before_and_after_it()
    {
        var (sara, account) = await VisitAsync("sara.moves");
        await app.GiveAsync(account, 5_000);
        await SpendAsync(account, 1_250);

        var rows = Rows(await sara.OpenAsync("/balance/history"));

        Assert.Equal(["Answer 5,000 -1,250 3,750", "Received 0 +5,000 5,000"], rows);
    }

    [Fact]
    public async Task A_movement_links_to_its_lot_as_long_as_that_has_something_left()
    {
        var (sara, account) = await VisitAsync("sara.links");
        await app.GiveAsync(account, 100);
        await SpendAsync(account, 100);
        var grant = (await app.GiveAsync(account, 300)).Grant!;

        var links = (await sara.OpenAsync("/balance/history")).QuerySelectorAll("main tbody[role] a").Select(a => a.GetAttribute("href"));

        Assert.Equal([$"/balance#lot-{grant.Id}"], links);
    }

    [Fact]
    public async Task What_is_frozen_still_has_its_place_on_the_balance_page()
    {
        var (sara, account) = await VisitAsync("sara.frozen");
        var grant = (await app.GiveAsync(account, 300, "test:sara.frozen")).Grant!;
        await app.CreditsAsync(account, c => c.FreezeAsync("test:sara.frozen", "test:sara.dispute", default));

        Assert.NotNull((await sara.OpenAsync("/balance")).GetElementById($"lot-{grant.Id}"));
        Assert.NotNull((await sara.OpenAsync("/balance/history")).QuerySelector($"a[href='/balance#lot-{grant.Id}']"));
    }

    [Fact]
    public async Task An_answer_links_to_its_usage_record()
    {
        var (sara, account) = await VisitAsync("sara.answers");
        await app.GiveAsync(account, 100_000);
        var person = new Person(await app.AskAsync(db => db.Users.Where(u => u.Email == "sara.answers@example.com").Select(u => u.Id).SingleAsync()), account);
        foreach (var output in new[] { 214, 300 }) await app.EndAsync((await app.OpenAsync(person)).Call!, Calls.Reported(96, output));

        var links = (await sara.OpenAsync("/balance/history?reason=Settle")).QuerySelectorAll("main tbody[role] b > a").Select(a => a.GetAttribute("href")).ToList();

        Assert.Equal(["/usage/2", "/usage/1"], links);
        Assert.Contains("214", (await sara.OpenAsync(links[1]!)).QuerySelector("#part-Output")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_pages_follow_without_a_gap_or_a_double()
    {
        var (sara, account) = await VisitAsync("sara.pages");
        for (var i = 1; i <= 120; i++) await app.GiveAsync(account, i);
        var (seen, next) = (new List<string>(), "/balance/history");

        while (next is not null)
        {
            var page = await sara.OpenAsync(next);
            seen.AddRange(page.QuerySelectorAll("main tbody[role] tr").Select(r => r.Id!));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(i => $"entry-{i}"), seen);
    }

    [Fact]
    public async Task Only_the_chosen_kind_and_days_are_shown()
    {
        var (sara, account) = await VisitAsync("sara.filter");
        await app.GiveAsync(account, 900);
        await SpendAsync(account, 300);
        var (yesterday, tomorrow) = (Iso(DateTime.UtcNow.AddDays(-1)), Iso(DateTime.UtcNow.AddDays(1)));

        Assert.Single(Rows(await sara.OpenAsync($"/balance/history?reason=Settle&from={yesterday}&to={tomorrow}")));
        Assert.Empty(Rows(await sara.OpenAsync($"/balance/history?to={yesterday}")));
    }

    [Theory]
    [InlineData("from=2026-11-25&to=2026-11-24")]
    [InlineData("from=yesterday")]
    [InlineData("to=9999-12-31")]
    [InlineData("from=0001-01-01")]
    [InlineData("reason=Gift")]
    [InlineData("reason=0")]
    [InlineData("before=x")]
    [InlineData("before=-1")]
    [InlineData("before=99999999999999999999")]
    public async Task What_cannot_be_read_is_said_and_nothing_is_shown(string query)
    {
        var (omar, _) = await VisitAsync($"omar.{Guid.NewGuid():N}");
        using var response = await omar.Client.GetAsync($"/balance/history?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await Visitor.PageAsync(response)).QuerySelector("[role=alert] p"));
    }

    [Theory]
    [InlineData("en", "Before")]
    [InlineData("ar", "قبلها")]
    public async Task The_file_holds_every_row_with_headers_in_the_person_s_language(string language, string header)
    {
        var (sara, account) = await VisitAsync($"sara.file.{language}", language);
        await app.GiveAsync(account, 5_000);
        await SpendAsync(account, 1_250);

        using var response = await sara.Client.GetAsync("/balance/history.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Contains(header, lines[0], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
        Assert.EndsWith(",5000,-1250,3750,0", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_days_that_cannot_be_read_is_refused()
    {
        var (omar, _) = await VisitAsync("omar.badfile");

        Assert.Equal(HttpStatusCode.BadRequest, await omar.StatusAsync("/balance/history.csv?from=never"));
    }

    [Fact]
    public async Task The_chart_ends_with_today_s_balance()
    {
        var (sara, account) = await VisitAsync("sara.chart");
        await app.GiveAsync(account, 640);
        await SpendAsync(account, 40);

        var days = (await sara.OpenAsync("/balance/history")).QuerySelectorAll("figure[data-chart] td").Select(d => d.GetAttribute("data-value")).ToList();

        Assert.Equal(30, days.Count);
        Assert.Equal(("0", "600"), (days[0], days[^1]));
    }

    private async Task SpendAsync(Guid account, long credits)
    {
        var hold = (await app.HoldAsync(account, credits)).Hold!;
        await app.SettleAsync(account, hold.Id, credits);
    }

    private async Task<(Visitor Visitor, Guid Account)> VisitAsync(string name, string language = "en")
    {
        var account = await app.AccountOfAsync(await app.AddUserAsync($"{name}@example.com"));
        var visitor = app.Visit(language);
        await visitor.SignInAsync($"{name}@example.com", People.Password);
        return (visitor, account);
    }

    private static IEnumerable<string> Rows(IDocument page) => page.QuerySelectorAll("main tbody[role] tr").Select(row =>
        string.Join(' ', row.QuerySelectorAll("b, td.num").Select(c => c.TextContent.Trim())));

    private static string Iso(DateTime at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
