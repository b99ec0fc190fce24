using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Tests.Api;

namespace SaaSChat.Web.Tests.Usage;

public sealed class UsageLogTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", "Input: 96 × $1.00 per million = $0.000096|Output: 214 × $2.00 per million = $0.00043|$0.00052 and a margin of 20% come to 629 credits, rounded up once.|As the provider reported it")]
    [InlineData("ar", "إدخال: 96 × 1.00 دولار لكل مليون = 0.000096 دولار.|إخراج: 214 × 2.00 دولار لكل مليون = 0.00043 دولار.|0.00052 دولار مع هامش قدره 20% يساوي 629 نقطة، مقرّبًا إلى الأعلى مرة واحدة.|كما أبلغ عنه المزوّد")]
    public async Task Each_line_opens_to_how_its_price_came_about(string language, string lines)
    {
        var (sara, person) = await app.SignInBuyerAsync($"sara-log-{language}", language);
        await UseAsync(person, Calls.Reported(96, 214));

        var page = await sara.OpenAsync("/usage/log");

        Assert.Equal(lines.Split('|'), page.QuerySelectorAll("#record-1 details li").Select(Plain));
        Assert.NotNull(page.QuerySelector("#record-1 a[href='/usage/1']"));
    }

    [Fact]
    public async Task Older_pages_follow_without_a_gap_or_a_double()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-log-pages");
        for (var i = 0; i < 101; i++) await UseAsync(person, Calls.Reported(1, 1));
        var (seen, next) = (new List<string>(), "/usage/log?tokenType=prompt");

        while (next is not null)
        {
            var page = await sara.OpenAsync(next);
            seen.AddRange(page.QuerySelectorAll("main tbody[role] tr").Select(r => r.Id!));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 101).Reverse().Select(i => $"record-{i}"), seen);
    }

    [Fact]
    public async Task Each_condition_leaves_only_what_it_names()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-log-filter");
        var key = (await app.IssueAsync(person.UserId)).Key.Id;
        await UseAsync(person, Calls.Reported(10, 0));
        await app.EndAsync((await app.OpenAsync(person, "gpt-4o-mini", source: UsageSource.Api, apiKey: key)).Call!, Calls.Reported(0, 10));
        await UseAsync(person, new CallEnd(CallOutcome.Failed, null, ""));
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal("2", await SeenAsync(sara, "model=gpt-4o-mini"));
        Assert.Equal("2", await SeenAsync(sara, $"key={key}"));
        Assert.Equal("3", await SeenAsync(sara, "status=failed"));
        Assert.Equal("1", await SeenAsync(sara, "tokenType=prompt"));
        Assert.Equal("2", await SeenAsync(sara, "tokenType=completion"));
        Assert.Equal("3 2 1", await SeenAsync(sara, $"from={today}"));
        Assert.Equal("", await SeenAsync(sara, "to=2026-01-01"));
        Assert.Equal("", await SeenAsync(sara, "model=no-such-model"));
    }

    [Theory]
    [InlineData("from=2026-11-25&to=2026-11-24")]
    [InlineData("from=never")]
    [InlineData("status=Reported")]
    [InlineData("status=0")]
    [InlineData("tokenType=both")]
    [InlineData("key=me")]
    [InlineData("conversation=1")]
    [InlineData("before=x")]
    [InlineData("before=-1")]
    [InlineData("before=0")]
    [InlineData("before=99999999999999999999")]
    public async Task What_cannot_be_read_is_said_and_nothing_is_shown(string query)
    {
        var (omar, _) = await app.SignInBuyerAsync($"omar.{Guid.NewGuid():N}");
        using var response = await omar.Client.GetAsync($"/usage/log?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await Visitor.PageAsync(response)).QuerySelector("main [role=alert] p"));
    }

    [Fact]
    public async Task Somebody_else_s_key_is_not_there()
    {
        var (_, person) = await app.SignInBuyerAsync("sara-log-key");
        var key = (await app.IssueAsync(person.UserId)).Key.Id;
        var (omar, _) = await app.SignInBuyerAsync("omar-log-key");

        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync($"/usage/log?key={key}"));
    }

    private static async Task<string> SeenAsync(Visitor who, string query) => string.Join(' ',
        (await who.OpenAsync($"/usage/log?{query}")).QuerySelectorAll("main tbody[role] tr").Select(r => r.Id!["record-".Length..]));

    private async Task UseAsync(Person person, CallEnd end) => await app.EndAsync((await app.OpenAsync(person)).Call!, end);

    private static string Plain(IElement element) => string.Join(' ', element.TextContent
        .Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
