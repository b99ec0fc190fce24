using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SaaSChat.Web.Public;

/// <summary>The public pages as the router knows them, so that no list has to be kept.</summary>
public sealed class PublicPages(EndpointDataSource endpoints)
{
    private const string Language = "{culture:language}";

    public IEnumerable<string> PathsIn(CultureInfo culture) =>
        Routes.Where(IsPublic).Select(route => route.Replace(Language, "/" + culture.Name, StringComparison.Ordinal));

    /// <summary>The first part of every page's address that is not public.</summary>
    public IEnumerable<string> PrivateAreas =>
        Routes.Where(route => !IsPublic(route))
            .Select(route => route.Split('/')[0])
            .Where(area => area.Length > 0 && !area.Contains('{', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal);

    private IEnumerable<string> Routes =>
        endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal);

    private static bool IsPublic(string route) =>
        route.StartsWith(Language, StringComparison.Ordinal) && !route[Language.Length..].Contains('{', StringComparison.Ordinal);
}
