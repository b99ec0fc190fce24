using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SaaSChat.Web.TagHelpers;

/// <summary>Ties a control to the hint and the refusal of the field it stands in, so that they are read out with it.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);

        if (!context.Items.TryGetValue(typeof(FieldTexts), out var item) || item is not FieldTexts texts) return;
        if (texts.DescribedBy.Length > 0) output.Attributes.SetAttribute("aria-describedby", texts.DescribedBy);
        if (texts.Error is not null) output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
