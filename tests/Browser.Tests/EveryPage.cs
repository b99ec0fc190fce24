using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SaaSChat.Browser.Tests;

/// <summary>The address of every page that the program has now, read from its endpoints and not from a list.</summary>
internal static class EveryPage
{
    public static IReadOnlyList<string> In(Site site, string language) =>
    [
        .. site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + Fill(e.RoutePattern.RawText!.TrimStart('/'), language))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static string Fill(string pattern, string language) => pattern
        .Replace("{culture:language}", language, StringComparison.Ordinal)
        .Replace("{code:int}", "404", StringComparison.Ordinal);
}
