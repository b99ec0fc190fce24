using System.Net;

namespace SaaSChat.Web.Tests.Security;

public sealed class ReturnAddressTests(TestApp app) : IClassFixture<TestApp>
{
    public static readonly TheoryData<string> Elsewhere =
    [
        "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "https:evil.example", "javascript:alert(1)",
        "%2F%2Fevil.example", "/%09/evil.example", "/\t/evil.example", "/\n//evil.example", " //evil.example", "///evil.example", "evil.example", "@evil.example",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        var layla = app.Visit();
        var page = $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

        using var response = await layla.SubmitAsync(page, "/account/sign-in", ("Input.Email", "admin@saaschat.local"), ("Input.Password", "saaschat-development"));

        AssertStays(response);
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Choosing_a_language_leads_nowhere_else(string returnUrl)
    {
        using var response = await app.Visit().SubmitAsync("/account/sign-in", "/preferences/language", ("language", "ar"), ("returnUrl", returnUrl));

        AssertStays(response);
    }

    private static void AssertStays(HttpResponseMessage response)
    {
        var here = new Uri("http://localhost/account/sign-in");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("localhost", new Uri(here, response.Headers.Location!).Host);
    }
}
