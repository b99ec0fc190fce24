using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SaaSChat.Web.TagHelpers;

/// <summary>Label, control, hint and the refusal of one field. The control inside is told of them by <see cref="FieldControlTagHelper"/>.</summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>Unset, the display name of the property.</summary>
    public string? Label { get; set; }
    public string? Hint { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(FieldTexts)] = FieldTexts.Of(ViewContext, For, Hint);
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        var texts = (FieldTexts)context.Items[typeof(FieldTexts)];
        var control = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(LabelOf(texts)).AppendHtml(control);
        if (texts.Hint is not null) output.Content.AppendHtml(Line("hint", texts.HintId, texts.Hint));
        if (texts.Error is not null) output.Content.AppendHtml(Line("error", texts.ErrorId, texts.Error));
    }

    private TagBuilder LabelOf(FieldTexts texts)
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = texts.Id } };
        label.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        return label;
    }

    private static TagBuilder Line(string kind, string id, string text)
    {
        var line = new TagBuilder("p") { Attributes = { ["class"] = kind, ["id"] = id } };
        line.InnerHtml.Append(text);
        return line;
    }
}
