using SaaSChat.Infrastructure.Mail;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Mail;

/// <summary>Shows a kept letter's HTML as a mail program would: in a frame of its own that runs nothing and loads nothing. Development only.</summary>
internal static class LetterFrame
{
    // A link of the letter opens a window that is no sandbox, as it would from a mail program.
    public const string Sandbox = "allow-popups allow-popups-to-escape-sandbox";

    /// <summary>For the page around the frame.</summary>
    public const string PagePolicy = $"{ContentPolicy.Everywhere}; form-action 'self'; frame-src 'self'";

    private const string Policy = $"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox {Sandbox}";

    public static void MapLetterFrame(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) app.MapGet("/dev/mail/{letter:guid}/html", ShowAsync).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(Guid letter, DevelopmentOutbox outbox, HttpResponse response, CancellationToken cancel)
    {
        if (await outbox.FindAsync(letter, cancel) is not { } kept) return TypedResults.NotFound();

        response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.Content(kept.Letter.Html, "text/html; charset=utf-8");
    }
}
