using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SaaSChat.Web.Tests;

/// <summary>What stands in the fields of a page, as a browser would send it; what is hidden is sent by whoever sends the form.</summary>
internal static class FormFields
{
    public static IEnumerable<(string Name, string Value)> Of(IDocument page) => page.QuerySelectorAll("main form.form [name]:not([type=hidden]):not(button)").Where(IsSent).Select(f => (f.GetAttribute("name")!, ValueOf(f)));

    private static bool IsSent(IElement field) => field.GetAttribute("type") != "checkbox" || field.HasAttribute("checked");

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => field.GetAttribute("value") ?? "",
    };
}
