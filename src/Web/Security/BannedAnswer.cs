using System.Globalization;
using System.Resources;
using System.Text;
using SaaSChat.Infrastructure;
using SaaSChat.Web.Api;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Security;

/// <summary>
/// What a banned caller reads: one short page in both languages, written without layout, session or database, because whoever
/// is banned may be asking a thousand times a second.
/// </summary>
internal static class BannedAnswer
{
    private static readonly ResourceManager Texts = new(typeof(Text));
    private static readonly string Page = Render();

    public static Task WriteAsync(HttpContext context, DateTime until)
    {
        var wait = until - context.RequestServices.GetRequiredService<TimeProvider>().UtcNow();
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return context.IsFromProgram() ? ApiProblem.WriteAsync(context, ApiProblemCode.Banned) : WritePageAsync(context.Response, until);
    }

    private static Task WritePageAsync(HttpResponse response, DateTime until)
    {
        // Rounded up to the minute: who comes back when told to finds the door open.
        var opens = until.AddSeconds(59).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(Page.Replace("{0}", $"<bdi>{opens}</bdi>", StringComparison.Ordinal));
    }

    private static string Render()
    {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>403</title></head><body><main>");
        foreach (var culture in Cultures.All)
        {
            var direction = culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
            page.Append(CultureInfo.InvariantCulture, $"<section lang=\"{culture.Name}\" dir=\"{direction}\"><h1>{Words("Errors.Banned.Title", culture)}</h1>")
                .Append(CultureInfo.InvariantCulture, $"<p>{Words("Errors.Banned.Why", culture)}</p><p>{Words("Errors.Banned.Until", culture)}</p></section>");
        }

        return page.Append("</main></body></html>").ToString();
    }

    private static string Words(string key, CultureInfo culture) => Texts.GetString(key, culture) ?? key;
}
