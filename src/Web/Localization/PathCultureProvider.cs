using Microsoft.AspNetCore.Localization;

namespace SaaSChat.Web.Localization;

/// <summary>A public page's language stands in its path: /ar/pricing is Arabic whatever the visitor chose before.</summary>
internal sealed class PathCultureProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var first = (httpContext.OriginalPath() ?? httpContext.Request.Path.Value)?.Split('/', 3).ElementAtOrDefault(1);
        return Task.FromResult(Cultures.Find(first) is { } culture ? new ProviderCultureResult(culture.Name) : null);
    }
}

/// <summary>The language that this visitor chose, remembered in a cookie.</summary>
internal sealed class ChosenCultureProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var preferences = httpContext.RequestServices.GetRequiredService<Preferences>();
        return Task.FromResult(preferences.Language is { } culture ? new ProviderCultureResult(culture.Name) : null);
    }
}
