using Microsoft.AspNetCore.Razor.TagHelpers;
using SaaSChat.Domain.Settings;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.TagHelpers;

/// <summary>Shows an element only to those for whom the feature is on.</summary>
[HtmlTargetElement(Attributes = "needs")]
public sealed class NeedsTagHelper(MyFeatures features) : TagHelper
{
    public override int Order => -1000;

    public Feature Needs { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        output.Attributes.RemoveAll("needs");
        if (!features.Has(Needs)) output.SuppressOutput();
    }
}
