using System.Net;
using SaaSChat.Web.Tests.Mail;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class UnconfirmedTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", "Confirm your address first")]
    [InlineData("ar", "أكِّد عنوانك أولاً")]
    public async Task With_the_right_password_somebody_is_told_to_confirm_and_can_have_the_link_again(string language, string words)
    {
        var email = $"waits.{language}@example.com";
        await app.WaitingAsync(email);
        var mail = new Mailbox(app, email);
        await mail.NextAsync();
        var sara = app.Visit(language);

        using var answer = await sara.SubmitAsync("/account/sign-in", "/account/sign-in", ("Input.Email", email), ("Input.Password", People.Password));
        var page = await Visitor.PageAsync(answer);
        Assert.Contains(words, page.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await sara.StatusAsync("/dashboard"));

        var resend = page.QuerySelector("main [role=alert] a")!.GetAttribute("href")!;
        Assert.Equal(email, (await sara.OpenAsync(resend)).QuerySelector("#Input_Email")!.GetAttribute("value"));
        using var asked = await sara.SubmitAsync(resend, resend, ("Input.Email", email));
        using var confirmed = await sara.ConfirmAsync(await mail.NextLinkAsync());
        Assert.Equal("/dashboard", confirmed.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Without_the_password_the_answer_is_that_of_an_unknown_address()
    {
        await app.WaitingAsync("secret@example.com");

        var (waiting, unknown) = (await RefusedAsync("secret@example.com"), await RefusedAsync("unknown@example.com"));

        Assert.Equal(unknown.Replace("unknown", "secret", StringComparison.Ordinal), waiting);
    }

    private async Task<string> RefusedAsync(string email)
    {
        using var answer = await app.Visit().SubmitAsync("/account/sign-in", "/account/sign-in", ("Input.Email", email), ("Input.Password", "not the password"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.WithoutTokensAsync();
    }
}
