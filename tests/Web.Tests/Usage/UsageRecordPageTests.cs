using System.Net;
using AngleSharp.Dom;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Tests.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Tests.Usage;

public sealed class UsageRecordPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", "310 tokens|$0.00052|20%|629 credits", "Input 96 $1.00 per million $0.000096|Output 214 $2.00 per million $0.00043", "As the provider reported it")]
    [InlineData("ar", "310 رموز|0.00052 دولار|20%|629 نقطة", "إدخال 96 1.00 دولار لكل مليون 0.000096 دولار|إخراج 214 2.00 دولار لكل مليون 0.00043 دولار", "كما أبلغ عنه المزوّد")]
    public async Task A_record_is_opened_to_the_parts_of_its_price(string language, string price, string parts, string status)
    {
        var (sara, person) = await SignInAsync($"sara-reads-{language}", language);
        await AskAsync(person, Calls.Reported(96, 214));

        var page = await sara.OpenAsync("/usage/1");

        Assert.Equal(price.Split('|'), page.QuerySelectorAll("section[aria-labelledby=charge] dd").Select(Plain));
        Assert.Equal(parts.Split('|'), page.QuerySelectorAll("main tbody tr").Select(Plain));
        Assert.Equal(status, Plain(page.QuerySelectorAll("section[aria-labelledby=call] dd")[^1]));
        Assert.NotNull(page.QuerySelector("main .crumbs a[href='/balance/history']"));
    }

    [Fact]
    public async Task What_is_estimated_says_so_and_what_failed_cost_nothing()
    {
        var (omar, person) = await SignInAsync("omar-reads");
        await AskAsync(person, new CallEnd(CallOutcome.Completed, null, "An answer of which nothing was reported."));
        await AskAsync(person, new CallEnd(CallOutcome.Failed, null, "half an"));

        Assert.Contains("Estimated", (await omar.OpenAsync("/usage/1")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var failed = await omar.OpenAsync("/usage/2");
        Assert.Contains("Nothing was charged.", failed.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["no tokens", "$0.00", "20%", "no credits"], failed.QuerySelectorAll("section[aria-labelledby=charge] dd").Select(Plain));
    }

    [Theory]
    [InlineData("/usage/2")]
    [InlineData("/usage/0")]
    [InlineData("/usage/-1")]
    [InlineData("/usage/99999999999999999999")]
    [InlineData("/usage/first")]
    public async Task There_is_no_record_but_one_s_own(string address)
    {
        var (nadia, person) = await SignInAsync($"nadia{address.Length}{address[^1]}");
        var (_, other) = await SignInAsync($"hana{address.Length}{address[^1]}");
        await AskAsync(person, Calls.Reported(1, 1));
        await AskAsync(other, Calls.Reported(5, 5));
        await AskAsync(other, Calls.Reported(7_777, 7_777));

        Assert.Equal(HttpStatusCode.NotFound, await nadia.StatusAsync(address));
    }

    [Theory]
    [InlineData(UsageKind.AudioInputSecond, 1_500, "1.500")]
    [InlineData(UsageKind.AudioOutputMinute, 120_000, "2.000")]
    [InlineData(UsageKind.Input, 1_500, "1,500")]
    public void Time_is_shown_in_the_unit_that_its_rate_is_for(UsageKind kind, long counted, string read) => Assert.Equal(read, app.Reads("en", fmt => fmt.Quantity(kind, counted)));

    private async Task AskAsync(Person person, CallEnd end) => await app.EndAsync((await app.OpenAsync(person)).Call!, end);

    private async Task<(Visitor Visitor, Person Person)> SignInAsync(string name, string language = "en")
    {
        var person = await app.AddBuyerAsync(name, 1_000_000);
        var visitor = app.Visit(language);
        await visitor.SignInAsync($"{name}@example.com", People.Password);
        return (visitor, person);
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent
        .Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
