using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SaaSChat.Web.Tests.Localization;

namespace SaaSChat.Web.Tests.Pages;

/// <summary>What is wrong with a page, in words; nothing, when it is as every page must be.</summary>
internal static partial class PageReview
{
    private const string NotProse = "script, style, code, pre, kbd, bdi, svg, option, template, [lang=en], [dir=ltr], [translate=no]";

    private static readonly string[] Names = ["SaaSChat"];
    private static readonly HashSet<string> Areas = Texts.English.Keys.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly string[] Spoken = ["aria-label", "placeholder", "alt", "title"];

    public static IEnumerable<string> Of(IHtmlDocument page, string language) =>
        Head(page, language).Concat(Body(page)).Concat(Forms(page)).Concat(UnfilledTexts(page)).Concat(language == "ar" ? EnglishWords(page) : []);

    private static IEnumerable<string> Head(IHtmlDocument page, string language)
    {
        var html = page.DocumentElement;
        if (html.GetAttribute("lang") != language) yield return $"lang is {html.GetAttribute("lang")}";
        if (html.GetAttribute("dir") != (language == "ar" ? "rtl" : "ltr")) yield return $"dir is {html.GetAttribute("dir")}";
        if (string.IsNullOrWhiteSpace(page.Title)) yield return "no title";
    }

    private static IEnumerable<string> Body(IHtmlDocument page)
    {
        if (page.QuerySelectorAll("h1") is { Length: not 1 } headings) yield return $"{headings.Length} h1";
        if (page.QuerySelectorAll("main") is { Length: not 1 } mains) yield return $"{mains.Length} main";
        if (page.QuerySelector("a[href]")?.GetAttribute("href") is not ['#', .. var target] || page.GetElementById(target) is null) yield return "no skip link";
        foreach (var id in page.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(same => same.Count() > 1)) yield return $"id {id.Key} twice";
        foreach (var image in page.QuerySelectorAll("img:not([alt])")) yield return $"no alt: {image.OuterHtml}";
        foreach (var styled in page.QuerySelectorAll("[style]")) yield return $"style attribute: {styled.LocalName}";
    }

    private static IEnumerable<string> Forms(IHtmlDocument page)
    {
        foreach (var form in page.Forms.Where(f => f.Method == "post" && f.QuerySelector("input[name=__RequestVerificationToken]") is null))
            yield return $"no antiforgery field: {form.GetAttribute("action")}";
        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea").Where(c => !IsLabelled(c, page)))
            yield return $"no label: {control.OuterHtml}";
        foreach (var silent in page.QuerySelectorAll("button, a[href]").Where(e => string.IsNullOrWhiteSpace(e.TextContent) && !IsNamed(e)))
            yield return $"no name: {silent.OuterHtml}";
    }

    private static IEnumerable<string> UnfilledTexts(IHtmlDocument page) => TextName().Matches(page.Body!.TextContent)
        .Where(m => Areas.Contains(m.Value.Split('.')[0])).Select(m => $"text without words: {m.Value}");

    private static IEnumerable<string> EnglishWords(IHtmlDocument page)
    {
        var prose = page.Body!.Descendants<IText>().Where(t => t.ParentElement?.Closest(NotProse) is null).Select(t => t.Data);
        var spoken = page.Body!.QuerySelectorAll("[aria-label], [placeholder], [alt], [title]").Where(e => e.Closest("[lang=en], [dir=ltr]") is null)
            .SelectMany(e => Spoken.Select(name => e.GetAttribute(name) ?? ""));
        var text = Isolated().Replace(string.Join('\n', prose.Concat(spoken)), "");
        return Words().Matches(text).Select(m => m.Value).Except(Names, StringComparer.Ordinal).Select(word => $"English: {word}");
    }

    private static bool IsLabelled(IElement control, IHtmlDocument page) =>
        IsNamed(control) || control.Closest("label") is not null || (control.Id is { Length: > 0 } id && page.QuerySelectorAll("label").Any(l => l.GetAttribute("for") == id));

    private static bool IsNamed(IElement element) =>
        element.HasAttribute("aria-label") || element.HasAttribute("aria-labelledby") || element.QuerySelector("[aria-label], img[alt]") is not null;

    [GeneratedRegex("\u2068[^\u2069]*\u2069", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Isolated();

    [GeneratedRegex("[A-Za-z]{4,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+(\.[A-Z][A-Za-z0-9]+)+\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TextName();
}
