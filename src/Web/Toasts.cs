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

public sealed record Toast(string Text, ToastKind Kind, ToastAction? Action = null)
{
    public string KindName => Kind switch { ToastKind.Success => "success", ToastKind.Danger => "danger", _ => "info" };
}

/// <summary>What can still be done about the news, such as taking it back: a form that posts to the path.</summary>
public sealed record ToastAction(string Label, string Path);

/// <summary>Short news for the next thing the person sees: the page after a redirect, or the page that asked through htmx.</summary>
public static class Toasts
{
    private const string Text = "toast.text";
    private const string Kind = "toast.kind";
    private const string Label = "toast.label";
    private const string Path = "toast.path";

    public static void Toast(this PageModel page, string text, ToastKind kind = ToastKind.Success)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Request.IsHtmx()) page.Response.TriggerToast(new Toast(text, kind));
        else page.ToastNext(new Toast(text, kind));
    }

    /// <summary>On the page that is opened next, for answers that lead away from this one.</summary>
    public static void ToastNext(this PageModel page, Toast toast)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(toast);
        (page.TempData[Text], page.TempData[Kind]) = (toast.Text, (int)toast.Kind);
        if (toast.Action is { } action) (page.TempData[Label], page.TempData[Path]) = (action.Label, action.Path);
    }

    public static Toast? TakeToast(this ITempDataDictionary kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        if (kept[Text] is not string text || kept[Kind] is not int kind) return null;

        return new Toast(text, (ToastKind)kind, kept[Label] is string label && kept[Path] is string path ? new(label, path) : null);
    }

    // The serializer escapes everything beyond ASCII, which is all that a header may carry. The asking element may be gone by then.
    internal static void TriggerToast(this HttpResponse response, Toast toast) => response.Headers["HX-Trigger"] = JsonSerializer.Serialize(
        new { toast = new { text = toast.Text, kind = toast.KindName, label = toast.Action?.Label, path = toast.Action?.Path, target = "body" } });
}
