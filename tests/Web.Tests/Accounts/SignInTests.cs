using System.Net;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_development_admin_signs_in_and_reaches_the_administration()
    {
        var layla = app.Visit();

        Assert.Equal(HttpStatusCode.Redirect, await layla.SignInAsAdminAsync());

        using var page = await layla.Client.GetAsync("/admin");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_with_the_form_still_filled()
    {
        var omar = app.Visit();

        using var response = await omar.SubmitAsync(
            "/account/sign-in", "/account/sign-in", ("Input.Email", "admin@saaschat.local"), ("Input.Password", "not the password"));

        var page = await Visitor.PageAsync(response);
        Assert.Contains("do not match", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("admin@saaschat.local", page.QuerySelector("#Input_Email")!.GetAttribute("value"));
    }
}
