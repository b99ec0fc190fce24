using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SaaSChat.Web;

public enum ToastKind
{
    Info,
    Success,
    Danger,
}

public sealed record Toast(string Text, ToastKind Kind)
{
    public string KindName => Kind switch { ToastKind.Success => "success", ToastKind.Danger => "danger", _ => "info" };
}

/// <summary>Short news for the next thing the person sees: the page after a redirect, or the page that asked through htmx.</summary>
public static class Toasts
{
    private const string Text = "toast.text";
    private const string Kind = "toast.kind";

    public static void Toast(this PageModel page, string text, ToastKind kind = ToastKind.Success)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Request.IsHtmx()) page.Response.TriggerToast(new Toast(text, kind));
        else (page.TempData[Text], page.TempData[Kind]) = (text, (int)kind);
    }

    public static Toast? TakeToast(this ITempDataDictionary kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept[Text] is string text && kept[Kind] is int kind ? new Toast(text, (ToastKind)kind) : null;
    }

    // The serializer escapes everything beyond ASCII, which is all that a header may carry. The asking element may be gone by then.
    internal static void TriggerToast(this HttpResponse response, Toast toast) =>
        response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new { toast = new { text = toast.Text, kind = toast.KindName, target = "body" } });
}
