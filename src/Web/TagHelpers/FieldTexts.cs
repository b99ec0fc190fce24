using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SaaSChat.Web.TagHelpers;

/// <summary>What stands around a field's control, and under which ids.</summary>
internal sealed record FieldTexts(string Id, string? Hint, string? Error)
{
    public string HintId => Id + "-hint";
    public string ErrorId => Id + "-error";
    public string DescribedBy => string.Join(' ', new[] { Hint is null ? null : HintId, Error is null ? null : ErrorId }.Where(id => id is not null));

    public static FieldTexts Of(ViewContext view, ModelExpression field, string? hint)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);
        var error = view.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        return new FieldTexts(TagBuilder.CreateSanitizedId(name, "_"), hint, error);
    }
}
