using System.Net;
using SaaSChat.Web.Tests.Jobs;
using SaaSChat.Web.Tests.Security;

namespace SaaSChat.Web.Tests.Accounts.External;

/// <summary>Whatever a provider does that cannot be trusted ends on the sign-in page, and nothing was written.</summary>
public sealed class UntrustworthyProviderTests(ExternalApp app) : IClassFixture<ExternalApp>
{
    public static TheoryData<ProviderMood, string> Refused => new()
    {
        { ProviderMood.SaysNo, "Denied" },
        { ProviderMood.BreaksAtTheDoor, "Failed" },
        { ProviderMood.ChangesTheState, "Expired" },
        { ProviderMood.NamesAnotherIssuer, "Failed" },
        { ProviderMood.NamesAnotherAudience, "Failed" },
        { ProviderMood.NamesTwoAudiences, "Failed" },
        { ProviderMood.NamesAnotherParty, "Failed" },
        { ProviderMood.IsLate, "Failed" },
        { ProviderMood.IsEarly, "Failed" },
        { ProviderMood.SignsNothing, "Failed" },
        { ProviderMood.SignsWithItsPublicKey, "Failed" },
        { ProviderMood.ForgesTheSignature, "Failed" },
        { ProviderMood.SignsWithAnUnknownKey, "Failed" },
        { ProviderMood.DemandsTheUnknown, "Failed" },
        { ProviderMood.AnswersAnotherQuestion, "Failed" },
        { ProviderMood.AnswersNoQuestion, "Failed" },
        { ProviderMood.MixesUpTokens, "Failed" },
        { ProviderMood.NamesNobody, "Failed" },
        { ProviderMood.GivesNoIdToken, "Failed" },
        { ProviderMood.FailsAtTheTokens, "Failed" },
        { ProviderMood.RedirectsTheTokens, "Failed" },
        { ProviderMood.FloodsTheTokens, "Failed" },
        { ProviderMood.HangsAtTheTokens, "Failed" },
        { ProviderMood.GivesTokensThatAreNoJson, "Failed" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Who_cannot_be_trusted_lets_nobody_in(ProviderMood mood, string problem)
    {
        var omar = app.Visit();
        Assert.Equal("/account/external", await omar.GoThroughAsync("acme"));
        await app.PauseJobsAsync();
        var before = await app.AskAsync(Rows.CountAllAsync);

        app.Acme.Mood = mood;
        var end = await app.Visit().GoThroughAsync("acme");
        app.Acme.Mood = ProviderMood.Honest;

        Assert.Equal($"/account/sign-in?problem={problem}", end);
        Assert.Empty((await app.AskAsync(Rows.CountAllAsync)).Except(before));
    }

    [Theory]
    [InlineData(ProviderMood.FailsAtTheUserInfo)]
    [InlineData(ProviderMood.TellsOfSomebodyElse)]
    public async Task An_address_from_an_answer_about_somebody_else_counts_for_nothing(ProviderMood mood)
    {
        (app.Acme.Mood, app.Acme.HidesTheAddress) = (mood, true);
        var end = await app.Visit().GoThroughAsync("acme");
        (app.Acme.Mood, app.Acme.HidesTheAddress) = (ProviderMood.Honest, false);

        Assert.Equal("/account/sign-in?problem=Failed", end);
    }

    [Theory]
    [InlineData("en", "Denied", "did not let the provider")]
    [InlineData("ar", "Failed", "لم يصلنا من المزوّد")]
    [InlineData("en", "Expired", "took too long")]
    public async Task The_sign_in_page_says_what_happened(string language, string problem, string words)
    {
        var page = await app.Visit(language).OpenAsync($"/account/sign-in?problem={problem}");

        Assert.Contains(words, page.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_worth_nothing_in_another_browser_or_a_second_time()
    {
        var omar = app.Visit();
        var back = await omar.LeaveAsync("acme");

        using var stolen = await app.Visit().ComeBackAsync(back);
        using var first = await omar.ComeBackAsync(back);
        using var second = await omar.ComeBackAsync(back);

        Assert.Equal("/account/sign-in?problem=Expired", stolen.Headers.Location!.ToString());
        Assert.Equal("/account/external", first.Headers.Location!.ToString());
        Assert.Equal("/account/sign-in?problem=Expired", second.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_code_that_was_redeemed_before_is_refused()
    {
        var omar = app.Visit();
        var (back, other) = (await omar.LeaveAsync("acme"), await omar.LeaveAsync("acme"));
        using var first = await omar.ComeBackAsync(back);

        // The state is the second sign-in's own, the code that of the first.
        var mixed = new Uri(back, $"?code={Query(back, "code")}&state={Uri.EscapeDataString(Query(other, "state"))}");
        using var second = await omar.ComeBackAsync(mixed);

        Assert.Equal("/account/sign-in?problem=Failed", second.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Nothing_that_opens_an_account_is_logged()
    {
        await app.Visit().GoThroughAsync("acme");
        app.Acme.Mood = ProviderMood.ForgesTheSignature;
        await app.Visit().GoThroughAsync("acme");
        app.Acme.Mood = ProviderMood.Honest;

        var said = string.Join('\n', app.Log.All);
        Assert.Contains("Signing in by acme failed: The id token's signature is not good.", said, StringComparison.Ordinal);
        Assert.All(app.Acme.Secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        Assert.All(new[] { ProviderServer.ClientSecret, ProviderPerson.Sara.Subject, ProviderPerson.Sara.Email!, "eyJ" }, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_led_to_a_provider_that_is_not_configured()
    {
        var omar = app.Visit();
        var page = await omar.OpenAsync("/account/sign-in");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await omar.Client.PostAsync("/signin/initech", form);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Query(Uri address, string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query)[name].ToString();
}
