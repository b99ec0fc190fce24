using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Credits;

public sealed class WalletTests(AllowancesApp app) : IClassFixture<AllowancesApp>
{
    [Fact]
    public async Task The_side_bar_shows_what_can_be_spent_the_month_and_when_it_begins_anew()
    {
        var (sara, account) = await SignInAsync("sara-looks");
        await SpendAsync(account, 50_000);

        var wallet = (await sara.OpenAsync("/dashboard")).GetElementById("wallet")!;

        Assert.Equal("200,000", wallet.QuerySelector(".wallet-sum")!.TextContent);
        Assert.Equal("20", wallet.QuerySelector("meter")!.GetAttribute("value"));
        Assert.Contains("20% used this month", wallet.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"Renews on \d+ \w+ \d{4} \(in (27|28|29|30) days\)", wallet.TextContent);
    }

    [Theory]
    [InlineData(199_999, "plenty", "79% used")]
    [InlineData(200_000, "low", "Running low: 80% used")]
    [InlineData(250_000, "usedup", "used up")]
    public async Task It_says_in_words_when_the_month_runs_low(long spent, string level, string words)
    {
        var (omar, account) = await SignInAsync($"omar-spent{spent}");
        await SpendAsync(account, spent);

        var wallet = (await omar.OpenAsync("/dashboard")).GetElementById("wallet")!;

        Assert.Contains(words, wallet.QuerySelector($".allowance-{level}")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(level != "plenty", wallet.QuerySelector($".allowance-{level} svg") is not null);
    }

    [Fact]
    public async Task Without_scripts_a_claim_comes_back_to_the_page_with_the_news_and_then_counts_down()
    {
        var (sara, _) = await SignInAsync("sara-presses");

        using var claimed = await sara.SubmitAsync("/dashboard", "/claim");

        Assert.Equal((HttpStatusCode.Redirect, "/dashboard"), (claimed.StatusCode, claimed.Headers.Location!.OriginalString));
        var page = await sara.OpenAsync("/dashboard");
        Assert.Contains("20,000 credits were added.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.True(((IHtmlButtonElement)page.QuerySelector("#wallet button")!).IsDisabled);
        Assert.Matches("Claim in 2[34]h [0-9]+m [0-9]+s", page.QuerySelector("#wallet button")!.TextContent);
    }

    [Fact]
    public async Task With_scripts_a_claim_answers_the_wallet_alone_and_a_second_one_says_when()
    {
        var (sara, _) = await SignInAsync("sara-clicks");
        sara.Client.DefaultRequestHeaders.Add("HX-Request", "true");

        using var first = await sara.SubmitAsync("/dashboard", "/claim");
        var token = (await sara.OpenAsync("/dashboard")).QuerySelector("meta[name=csrf]")!.GetAttribute("content");
        sara.Client.DefaultRequestHeaders.Add("X-CSRF-TOKEN", token);
        using var second = await sara.Client.PostAsync("/claim", null);

        Assert.StartsWith("<section class=\"wallet\" id=\"wallet\"", (await first.Content.ReadAsStringAsync()).TrimStart(), StringComparison.Ordinal);
        Assert.Contains("The next claim is possible on", second.Headers.GetValues("HX-Trigger").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_has_begun_is_posted_for_whoever_looks()
    {
        var (omar, account) = await SignInAsync("omar-returns");
        await SpendAsync(account, 250_000);
        app.Clock.Turn(TimeSpan.FromDays(32));
        Assert.Equal(HttpStatusCode.Redirect, await omar.SignInAsync("omar-returns@example.com", People.Password));

        var wallet = (await omar.OpenAsync("/dashboard")).GetElementById("wallet")!;

        Assert.Equal("250,000", wallet.QuerySelector(".wallet-sum")!.TextContent);
    }

    [Fact]
    public async Task Where_claims_are_switched_off_there_is_no_button()
    {
        await app.AddUserAsync("nadia-nothing@example.com");
        await using var closed = app.Node(("Claim:Enabled", "false"));
        var nadia = closed.Visit();
        await nadia.SignInAsync("nadia-nothing@example.com", People.Password);

        Assert.Null((await nadia.OpenAsync("/dashboard")).QuerySelector("#wallet form"));
        Assert.Contains("no free credits", (await nadia.OpenAsync("/claim")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Visitor Visitor, Guid Account)> SignInAsync(string name)
    {
        var visitor = await app.SignedInAsync(name);
        return (visitor, await app.AccountOfAsync(await app.AskAsync(db => db.Users.Where(u => u.Email == $"{name}@example.com").Select(u => u.Id).SingleAsync())));
    }

    private async Task SpendAsync(Guid account, long credits) => await app.SettleAsync(account, (await app.HoldAsync(account, credits)).Hold!.Id, credits);
}
