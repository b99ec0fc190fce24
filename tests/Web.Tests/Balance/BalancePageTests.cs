using AngleSharp.Dom;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Balance;

public sealed class BalancePageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_lots_stand_in_the_order_in_which_they_are_spent()
    {
        var (sara, account) = await VisitAsync("sara.lots");
        await app.GiveAsync(account, 3_000);
        await app.GiveAsync(account, 2_000, until: DateTime.UtcNow.AddDays(9));
        await app.GiveAsync(account, 1_000, until: DateTime.UtcNow.AddDays(2));

        var lots = (await sara.OpenAsync("/balance")).QuerySelectorAll("main .log > li").ToList();

        Assert.Equal(["1,000", "2,000", "3,000"], lots.Select(l => Plain(l.QuerySelector(".figures")!).Split(' ')[0]));
        Assert.Equal("Spent next", lots[0].QuerySelector(".badge")!.TextContent);
        Assert.Contains("Never expires", lots[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_set_aside_cannot_be_spent_and_is_explained()
    {
        var (sara, account) = await VisitAsync("sara.held");
        await app.GiveAsync(account, 5_000);
        await app.HoldAsync(account, 1_200);

        var page = await sara.OpenAsync("/balance");

        Assert.Equal(["3,800", "1,200"], page.QuerySelectorAll("main .kpi > :nth-child(2)").Select(Plain));
        Assert.Contains("1,200 of these are set aside", Plain(page.QuerySelector("main .log")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Debt_is_shown_and_nothing_can_be_spent_until_it_is_paid()
    {
        var (omar, account) = await VisitAsync("omar.debt");
        await app.GiveAsync(account, 1_000, "test:omar.debt");
        var hold = (await app.HoldAsync(account, 900)).Hold!;
        await app.SettleAsync(account, hold.Id, 900);
        await app.CreditsAsync(account, c => c.ClawAsync("test:omar.debt", 1_000, default));

        var page = await omar.OpenAsync("/balance");

        Assert.Equal(["0", "900"], page.QuerySelectorAll("main .kpi > :nth-child(2)").Select(Plain));
    }

    [Fact]
    public async Task Whoever_has_nothing_is_told_so()
    {
        var (omar, _) = await VisitAsync("omar.nothing");

        Assert.NotNull((await omar.OpenAsync("/balance")).QuerySelector("main .empty"));
    }

    [Fact]
    public async Task Nobody_sees_another_person_s_lots()
    {
        var (sara, _) = await VisitAsync("sara.own");
        var other = await app.AddWalletAsync("omar.own", 7_777);
        Assert.Equal(7_777, await app.SpendableAsync(other));

        Assert.DoesNotContain("7,777", (await sara.OpenAsync("/balance")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("7,777", (await sara.OpenAsync("/balance/history")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("7777", await sara.Client.GetStringAsync("/balance/history.csv"), StringComparison.Ordinal);
    }

    private async Task<(Visitor Visitor, Guid Account)> VisitAsync(string name)
    {
        var account = await app.AccountOfAsync(await app.AddUserAsync($"{name}@example.com"));
        var visitor = app.Visit();
        await visitor.SignInAsync($"{name}@example.com", People.Password);
        return (visitor, account);
    }

    private static string Plain(IElement element) => element.TextContent.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).Trim();
}
