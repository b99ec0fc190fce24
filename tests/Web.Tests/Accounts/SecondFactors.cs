using System.Net;

namespace SaaSChat.Web.Tests.Accounts;

/// <summary>What people do about their second factor, through its pages.</summary>
internal static class SecondFactors
{
    private const string Page = "/account/security/authenticator";

    /// <summary>Adds somebody and switches their factor on: who they are now, their phone and their recovery codes. The clock is turned past the code that was used.</summary>
    public static async Task<(Visitor Visitor, AuthenticatorApp Phone, IReadOnlyList<string> Codes)> WithFactorAsync(this ClockedApp app, string name)
    {
        var visitor = await app.SignedInAsync(name);
        var (phone, codes) = await app.EnrolAsync(visitor);
        app.Clock.Turn(TimeSpan.FromSeconds(30));
        return (visitor, phone, codes);
    }

    public static async Task<(AuthenticatorApp Phone, IReadOnlyList<string> Codes)> EnrolAsync(this ClockedApp app, Visitor visitor)
    {
        var (phone, offer) = await app.OfferedAsync(visitor);
        using var answer = await visitor.SubmitAsync(Page, Page, ("Input.Offer", offer), ("Input.Code", phone.Code()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (phone, await CodesOnAsync(answer));
    }

    /// <summary>What the page offers: the secret in the phone, and the form's sealed copy of it.</summary>
    public static async Task<(AuthenticatorApp Phone, string Offer)> OfferedAsync(this ClockedApp app, Visitor visitor)
    {
        var page = await visitor.OpenAsync(Page);
        return (new AuthenticatorApp(page.QuerySelector("#secret")!.TextContent, app.Clock), page.QuerySelector("#Input_Offer")!.GetAttribute("value")!);
    }

    public static async Task<IReadOnlyList<string>> CodesOnAsync(HttpResponseMessage answer) =>
        [.. (await Visitor.PageAsync(answer)).QuerySelectorAll("#codes code").Select(code => code.TextContent)];

    /// <summary>Gives the password: who has a factor is half-way then.</summary>
    public static async Task<Visitor> HalfWayAsync(this ClockedApp app, string name)
    {
        var visitor = app.Visit();
        using var answer = await visitor.SubmitAsync("/account/sign-in", "/account/sign-in", ("Input.Email", $"{name}@example.com"), ("Input.Password", People.Password));
        Assert.StartsWith("/account/two-factor", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        return visitor;
    }

    public static async Task<bool> GiveCodeAsync(this Visitor visitor, string code, string page = "/account/two-factor")
    {
        using var answer = await visitor.SubmitAsync(page, page, ("Code", code));
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, $"{answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    public static async Task<bool> IsInsideAsync(this Visitor visitor) => await visitor.StatusAsync("/dashboard") == HttpStatusCode.OK;
}
