using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Tests;

/// <summary>Somebody with a browser that has no JavaScript: opens pages, fills in the forms that stand on them, and follows no redirect by itself.</summary>
public sealed class Visitor(HttpClient client)
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Client { get; } = client;

    /// <summary>From now on the visitor asks from another address, with the same cookies.</summary>
    public void MoveTo(string address)
    {
        Client.DefaultRequestHeaders.Remove(Addresses.Header);
        Client.DefaultRequestHeaders.Add(Addresses.Header, address);
    }

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return await PageAsync(response);
    }

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response) =>
        await Parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>Sends the form that posts to the given address on the given page, with its hidden fields and what the person filled in.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] filled) =>
        await SubmitAsync(await OpenAsync(page), page, action, filled);

    /// <summary>The same with a page that has been open for a while.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument document, string page, string action, params (string Name, string Value)[] filled)
    {
        var form = document.Forms.FirstOrDefault(f => ActionOf(f, page) == action) ?? document.Forms.First(f => ActionOf(f, page).StartsWith(action, StringComparison.Ordinal));
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Where(i => filled.All(f => f.Name != i.Name)).Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Concat(filled.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await Client.PostAsync(ActionOf(form, page), content);
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> SignInAsync(string email, string password)
    {
        using var response = await SubmitAsync("/account/sign-in", "/account/sign-in", ("Input.Email", email), ("Input.Password", password));
        return response.StatusCode;
    }

    public Task<HttpStatusCode> SignInAsAdminAsync() => SignInAsync(DevelopmentAdmin.Email, DevelopmentAdmin.Password);

    private static string ActionOf(IHtmlFormElement form, string page) => form.GetAttribute("action") is { Length: > 0 } action ? action : page;
}
