using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SaaSChat.Web.TagHelpers;

/// <summary><![CDATA[<a nav href="/admin/audit">]]>: says of itself when it is the page that is open.</summary>
[HtmlTargetElement("a", Attributes = "nav")]
public sealed class NavLinkTagHelper : TagHelper
{
    public bool Nav { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var here = ViewContext.HttpContext.Request.Path.Value;
        if (string.Equals(here, output.Attributes["href"]?.Value?.ToString(), StringComparison.OrdinalIgnoreCase))
            output.Attributes.SetAttribute("aria-current", "page");
    }
}
