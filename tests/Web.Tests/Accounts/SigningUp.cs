using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using SaaSChat.Web.Tests.Mail;

namespace SaaSChat.Web.Tests.Accounts;

/// <summary>What somebody does to get an account.</summary>
internal static class SigningUp
{
    public const string Page = "/account/sign-up";

    public static Task<HttpResponseMessage> SignUpAsync(
        this Visitor visitor, string email, string password = People.Password, string name = "Sara", string? code = null, bool accepted = true) =>
        visitor.SubmitAsync(Page, Page, [
            ("Input.Name", name), ("Input.Email", email), ("Input.Password", password),
            .. accepted ? [("Input.Accepted", "true")] : Array.Empty<(string, string)>(),
            .. code is null ? Array.Empty<(string, string)>() : [("Input.InvitationCode", code)]]);

    public static Task<HttpResponseMessage> ConfirmAsync(this Visitor visitor, string link, string password = People.Password) =>
        visitor.SubmitAsync(link, link, ("Input.Password", password));

    /// <summary>Somebody who has signed up and waits with the link from the letter.</summary>
    public static async Task<(Visitor Visitor, string Link)> WaitingAsync(this WebApplicationFactory<Program> app, string email, string password = People.Password)
    {
        var visitor = app.Visit();
        using var answer = await visitor.SignUpAsync(email, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (visitor, await new Mailbox(app, email).NextLinkAsync());
    }

    /// <summary>What the page says, as a person reads it.</summary>
    public static async Task<string> WordsAsync(this HttpResponseMessage answer) =>
        (await Visitor.PageAsync(answer)).QuerySelector("main")!.TextContent;

    public static async Task<string?> ErrorAtAsync(this HttpResponseMessage answer, string field) =>
        (await Visitor.PageAsync(answer)).QuerySelector($"#Input_{field}-error")?.TextContent.Trim();
}
