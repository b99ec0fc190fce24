using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace SaaSChat.Web.Tests.Security;

/// <summary>Every endpoint that the program has, as it told the router; files are left out.</summary>
internal static class Endpoints
{
    // Development's way to files that were added since the build.
    private const string NewFiles = "{**path:file}";

    public static IReadOnlyList<RouteEndpoint> Of(WebApplicationFactory<Program> app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != NewFiles).ToList();

    public static string Name(this RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    public static bool IsAnonymous(this RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null;

    public static bool IsForAdmins(this RouteEndpoint endpoint) =>
        endpoint.Name().StartsWith("/admin", StringComparison.OrdinalIgnoreCase) || endpoint.Name().StartsWith("/hangfire", StringComparison.OrdinalIgnoreCase);

    /// <summary>A page answers to every verb.</summary>
    public static bool Takes(this RouteEndpoint endpoint, string verb) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } only || only.HttpMethods.Contains(verb, StringComparer.OrdinalIgnoreCase);

    /// <summary>An address that the route takes, with sample values in the places of its parameters.</summary>
    public static string SampleAddress(this RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(SampleOf));

    private static string SampleOf(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => SampleOf(parameter),
        _ => throw new NotSupportedException(part.ToString()),
    }));

    private static string SampleOf(RoutePatternParameterPart parameter)
    {
        var rules = parameter.ParameterPolicies.Select(p => p.Content ?? p.ParameterPolicy?.GetType().Name ?? "").ToList();
        if (rules.Contains("language", StringComparer.Ordinal)) return "en";
        if (rules.Exists(r => r.StartsWith("guid", StringComparison.Ordinal))) return $"{ExampleRows.Id}";
        return rules.Exists(r => r.StartsWith("int", StringComparison.Ordinal) || r.StartsWith("long", StringComparison.Ordinal) || r == nameof(IntRouteConstraint)) ? "404" : "sample";
    }
}
