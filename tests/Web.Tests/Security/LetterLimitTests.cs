using System.Net;
using SaaSChat.Web.Tests.Accounts;

namespace SaaSChat.Web.Tests.Security;

public sealed class LetterLimitTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/account/sign-up")]
    [InlineData("/account/forgot")]
    [InlineData("/account/resend")]
    public async Task Letters_from_one_address_are_counted_and_who_asks_too_often_is_told_when_to_come_again(string form)
    {
        using var node = app.Node(("RateLimits:Letters:Permits", "2"));
        var omar = node.Visit();

        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, await AskAsync(omar, form, $"one{i}@example.com"));

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(omar, form, "two@example.com"));
        Assert.Equal(HttpStatusCode.OK, await omar.StatusAsync(form));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(node.Visit(), form, "three@example.com"));
    }

    [Fact]
    public async Task Letters_to_one_mailbox_are_counted_wherever_and_however_they_are_asked_for()
    {
        using var node = app.Node(("RateLimits:AccountLetters:Permits", "2"));

        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(node.Visit(), "/account/sign-up", "victim@example.com"));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(node.Visit(), "/account/resend", " VICTIM@example.com"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(node.Visit(), "/account/forgot", "victim@example.com"));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(node.Visit(), "/account/forgot", "other@example.com"));
    }

    [Fact]
    public async Task Attempts_at_links_from_one_address_are_counted_as_at_sign_in()
    {
        using var node = app.Node(("RateLimits:SignIn:Permits", "1"));
        var (omar, link) = await node.WaitingAsync("linked@example.com");

        using var first = await omar.ConfirmAsync(link, "a wrong password");
        using var second = await omar.ConfirmAsync(link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    private static async Task<HttpStatusCode> AskAsync(Visitor visitor, string form, string email)
    {
        using var answer = form == SigningUp.Page ? await visitor.SignUpAsync(email) : await visitor.SubmitAsync(form, form, ("Input.Email", email));
        return answer.StatusCode;
    }
}
