using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web;

/// <summary>The version of a row as it stands in a form, so that nobody's change is overwritten unseen.</summary>
public static class RowVersions
{
    private const int Longest = 64;

    public static string Written(byte[] version) => Convert.ToBase64String(version);

    /// <summary>Of nothing that is there, when it is none.</summary>
    public static byte[] Read(string? typed)
    {
        var bytes = new byte[Longest];
        return typed is not null && Convert.TryFromBase64String(typed, bytes, out var length) ? bytes[..length] : [];
    }

    /// <summary>The page once more, as a refusal.</summary>
    public static IActionResult Stale(this PageModel page, IStringLocalizer<Text> text)
    {
        page.ChangedMeanwhile(text);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return page.Page();
    }

    /// <summary>Says so above the form, which keeps what was typed into it.</summary>
    public static void ChangedMeanwhile(this PageModel page, IStringLocalizer<Text> text)
    {
        page.ModelState.Clear();
        page.ModelState.AddModelError("", text["Errors.ChangedMeanwhile"]);
    }
}
