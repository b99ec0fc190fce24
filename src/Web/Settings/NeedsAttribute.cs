using SaaSChat.Domain.Settings;

namespace SaaSChat.Web.Settings;

/// <summary>The page is there only for those for whom the feature is on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Feature feature) : Attribute
{
    public Feature Feature => feature;
}
