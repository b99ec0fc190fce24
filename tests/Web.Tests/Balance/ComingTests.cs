using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Balance;

public sealed class ComingTests(AllowancesApp app) : IClassFixture<AllowancesApp>
{
    [Theory]
    [InlineData("en", @"Renews on \d+ \w+ \d{4} \(in \d+ days\)")]
    [InlineData("ar", @"تتجدد في \d+ \w+ \d{4} \(بعد \d+ (يوماً|أيام)\)")]
    public async Task The_plan_s_credits_say_how_many_are_left_and_when_they_renew(string language, string renewal)
    {
        var (sara, account) = await SignInAsync($"sara-month-{language}", language);
        await app.SettleAsync(account, (await app.HoldAsync(account, 50_000)).Hold!.Id, 50_000);

        var card = (await sara.OpenAsync("/balance")).GetElementById("allowance")!;

        Assert.Equal("20", card.QuerySelector("meter")!.GetAttribute("value"));
        Assert.Contains("\u2068200,000\u2069", card.TextContent, StringComparison.Ordinal);
        Assert.Matches(renewal, card.TextContent);
    }

    [Theory]
    [InlineData("en", 1, IntervalUnit.Day, "5,000 credits|every day|None yet")]
    [InlineData("en", 2, IntervalUnit.Week, "5,000 credits|every 2 weeks|None yet")]
    [InlineData("ar", 2, IntervalUnit.Month, "5,000 نقطة|كل شهرين|لم تصل بعد")]
    [InlineData("ar", 12, IntervalUnit.Hour, "5,000 نقطة|كل 12 ساعة|لم تصل بعد")]
    public async Task A_scheduled_refill_says_how_much_how_often_and_when_next(string language, int count, IntervalUnit unit, string words)
    {
        var (omar, account) = await SignInAsync($"omar-{language}-{unit}", language);
        var schedule = await RefillAsync(account, new Interval(count, unit));

        var told = Told(await omar.OpenAsync("/balance"));

        Assert.Equal(words.Split('|'), told.Take(3));
        Assert.Contains($"{schedule.NextAfter(schedule.SetAt):yyyy}", told[3], StringComparison.Ordinal);
        Assert.Contains(language == "ar" ? "بعد" : "in ", told[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refill_that_has_come_by_then_is_there_and_named_as_the_last_one()
    {
        var (omar, account) = await SignInAsync("omar-late");
        var schedule = await RefillAsync(account, new Interval(1, IntervalUnit.Hour));
        app.Clock.Turn(TimeSpan.FromMinutes(150));
        var page = await omar.OpenAsync("/balance");

        Assert.Contains($"{schedule.SetAt.AddHours(2):HH:mm}", Told(page)[2], StringComparison.Ordinal);
        Assert.Contains($"{schedule.SetAt.AddHours(3):HH:mm}", Told(page)[3], StringComparison.Ordinal);
        Assert.Equal("255,000", page.QuerySelector("main .kpi > :nth-child(2)")!.TextContent);
    }

    [Fact]
    public async Task Without_a_schedule_nothing_is_said_of_one() =>
        Assert.Null((await (await SignInAsync("nadia-none")).Visitor.OpenAsync("/balance")).GetElementById("refill"));

    [Fact]
    public async Task The_free_credits_are_claimed_on_the_page_and_then_counted_down()
    {
        var (sara, _) = await SignInAsync("sara-claims");

        using var claimed = await sara.SubmitAsync("/balance", "/claim", ("returnUrl", "/balance"));

        Assert.Equal((HttpStatusCode.Redirect, "/balance"), (claimed.StatusCode, claimed.Headers.Location!.OriginalString));
        var page = await sara.OpenAsync("/balance");
        Assert.Equal("270,000", page.QuerySelector("main .kpi > :nth-child(2)")!.TextContent);
        var button = (IHtmlButtonElement)page.QuerySelector("#claim button")!;
        Assert.True(button.IsDisabled);
        Assert.Matches("Claim in 2[34]h [0-9]+m [0-9]+s", button.TextContent);
    }

    private static List<string> Told(IParentNode page) =>
        page.QuerySelectorAll("#refill dd").Select(d => string.Join(' ', d.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

    private Task<RefillSchedule> RefillAsync(Guid account, Interval every) => app.InScopeAsync(services => services.GetRequiredService<Refills>()
        .SetAsync(RefillOwner.Person(Guid.Empty, account), 5_000, every, AuditActor.Operator, default));

    private async Task<(Visitor Visitor, Guid Account)> SignInAsync(string name, string language = "en")
    {
        var user = await app.AddUserAsync($"{name}@example.com");
        var visitor = app.Visit(language);
        await visitor.SignInAsync($"{name}@example.com", People.Password);
        return (visitor, await app.AccountOfAsync(user));
    }
}
