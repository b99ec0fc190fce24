using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SaaSChat.Web.TagHelpers;

/// <summary><![CDATA[<icon name="send" />]]>: one symbol of the sprite. Decoration unless it has a label.</summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private const string Sprite = "lib/icons.svg";

    public string Name { get; set; } = "";
    public string? Label { get; set; }

    /// <summary>Points along the line of reading: mirrored from right to left.</summary>
    public bool Flip { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var own = output.Attributes["class"]?.Value?.ToString();
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "i", Flip ? "flip" : null, own }.Where(c => c is not null)));
        output.Attributes.SetAttribute("width", "20");
        output.Attributes.SetAttribute("height", "20");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent(new TagBuilder("use") { Attributes = { ["href"] = $"{ViewContext.HttpContext.AssetUrl(Sprite)}#{Name}" } });
    }
}
