using System.Net;
using System.Text.Json;

namespace SaaSChat.Web.Tests.Accounts;

/// <summary>What a browser does with a passkey, request by request.</summary>
internal static class SoftKeys
{
    private const string New = "/account/security/passkeys/new";

    public static async Task<HttpResponseMessage> AddAsync(this Visitor visitor, SoftKey key, string name = "")
    {
        var credential = key.Make(await visitor.OptionsAsync(New, $"{New}?handler=Options"));
        return await visitor.SubmitAsync(New, New, ("Name", name), ("Credential", credential));
    }

    public static async Task<bool> SignInWithAsync(this Visitor visitor, SoftKey key)
    {
        var credential = key.Answer(await visitor.OptionsAsync("/account/passkey", "/account/passkey/options"));
        using var answer = await visitor.SubmitAsync("/account/passkey", "/account/passkey", ("Credential", credential));
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    public static async Task<JsonElement> OptionsAsync(this Visitor visitor, string page, string address)
    {
        var token = (await visitor.OpenAsync(page)).QuerySelector("meta[name=csrf]")!.GetAttribute("content")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Headers = { { "X-CSRF-TOKEN", token } } };
        using var answer = await visitor.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Browsers say where a form was sent from, and passkeys are held to it.</summary>
    public static Visitor FromOurPages(this Visitor visitor)
    {
        visitor.Client.DefaultRequestHeaders.Add("Origin", "http://localhost");
        return visitor;
    }
}
