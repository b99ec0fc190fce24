using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Mail;

/// <summary>The signed links by which whoever has a letter says that they want no more of its kind; nobody can make one for somebody else.</summary>
public sealed class Unsubscriptions(IDataProtectionProvider protection)
{
    public const string Page = "/unsubscribe";

    /// <summary>Behind a letter's link: what mail programs press by themselves.</summary>
    public const string OneClick = "/one-click";

    private const int IdLength = 16;

    private readonly IDataProtector _seal = protection.CreateProtector("SaaSChat.Unsubscriptions");

    /// <summary>Null where the letter's kind always comes.</summary>
    public string? PathOf(OutboxMail mail) => mail.Kind.Topic() is { } topic && mail.Arguments?.UserId is { } user ? $"{Page}/{TokenOf(user, topic)}" : null;

    public string TokenOf(Guid user, MailTopic topic) => Base64Url.EncodeToString(_seal.Protect([.. user.ToByteArray(), .. Encoding.UTF8.GetBytes($"{topic}")]));

    /// <summary>Null for what we have not signed.</summary>
    public (Guid User, MailTopic Topic)? Read(string token)
    {
        try
        {
            var said = _seal.Unprotect(Base64Url.DecodeFromChars(token));
            return (new Guid(said.AsSpan(0, IdLength)), Enum.Parse<MailTopic>(Encoding.UTF8.GetString(said.AsSpan(IdLength))));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

internal static class UnsubscriptionSetup
{
    /// <summary>RFC 8058: signed instead of guarded by a form's token, for a mail program has none. Opened in a browser it leads to the page, which asks first.</summary>
    public static void MapUnsubscription(this IEndpointRouteBuilder routes)
    {
        const string pattern = $"{Unsubscriptions.Page}/{{token}}{Unsubscriptions.OneClick}";
        routes.MapPost(pattern, RefuseAsync).AllowAnonymous().DisableAntiforgery();
        routes.MapGet(pattern, (string token) => Results.LocalRedirect($"{Unsubscriptions.Page}/{Uri.EscapeDataString(token)}")).AllowAnonymous();
    }

    private static async Task<IResult> RefuseAsync(string token, Unsubscriptions unsubscriptions, MailWishes wishes, CancellationToken cancel)
    {
        if (unsubscriptions.Read(token) is not { } said) return TypedResults.NotFound();

        await wishes.RefuseAsync(said.User, said.Topic, cancel);
        return TypedResults.Ok();
    }
}
