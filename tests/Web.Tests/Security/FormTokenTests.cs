using System.Net;

namespace SaaSChat.Web.Tests.Security;

public sealed class FormTokenTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_token_in_the_header_is_as_good_as_one_in_the_form()
    {
        var omar = app.Visit();
        var token = await TokenAsync(omar);

        Assert.Equal(HttpStatusCode.BadRequest, await ChooseDarkAsync(omar, null));
        Assert.Equal(HttpStatusCode.Redirect, await ChooseDarkAsync(omar, token));
    }

    [Fact]
    public async Task Pages_without_a_form_fetch_a_token_of_their_visitor_s_own()
    {
        var (omar, sara) = (app.Visit(), app.Visit());
        var (his, hers) = (await omar.Client.GetStringAsync("/preferences/token"), await sara.Client.GetStringAsync("/preferences/token"));

        Assert.Equal(HttpStatusCode.Redirect, await ChooseDarkAsync(omar, his));
        Assert.Equal(HttpStatusCode.BadRequest, await ChooseDarkAsync(omar, hers));
    }

    [Fact]
    public async Task Somebody_elses_token_is_refused()
    {
        var (omar, sara) = (app.Visit(), app.Visit());
        await TokenAsync(omar);

        Assert.Equal(HttpStatusCode.BadRequest, await ChooseDarkAsync(omar, await TokenAsync(sara)));
    }

    [Fact]
    public async Task A_form_opened_before_signing_in_is_refused_afterwards()
    {
        var layla = app.Visit();
        var before = await TokenAsync(layla);

        await layla.SignInAsAdminAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await ChooseDarkAsync(layla, before));
    }

    private static async Task<string> TokenAsync(Visitor visitor) =>
        (await visitor.OpenAsync("/account/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<HttpStatusCode> ChooseDarkAsync(Visitor visitor, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/preferences/theme") { Content = new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark")]) };
        if (token is not null) request.Headers.Add("X-CSRF-TOKEN", token);
        using var response = await visitor.Client.SendAsync(request);
        return response.StatusCode;
    }
}
