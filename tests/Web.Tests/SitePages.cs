using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Web.Tests.Billing;
using SaaSChat.Web.Tests.Mail;

namespace SaaSChat.Web.Tests;

/// <summary>A page as the program's own endpoints know it, at an address that can be asked for.</summary>
public sealed record SitePage(string Path, bool IsAnonymous, RouteEndpoint Endpoint);

/// <summary>Every page there is, read from the endpoints and not from a list: a new page is in each family of tests at once.</summary>
public static class SitePages
{
    // What stands for a variable part of an address; the language of the path is the reader's.
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["code"] = "404",
        ["id"] = $"{ExampleRows.Id}",
        ["messageId"] = $"{ExampleRows.Id}",
        ["letter"] = $"{ExampleLetter.Id}",
        ["checkout"] = ExampleCheckout.Id,
        ["seq"] = $"{ExampleRows.Seq}",
        ["houseId"] = $"{ExampleRows.HouseId}",
        ["key"] = "credits-500k",
        ["keyId"] = $"{ExampleRows.Id}",
        ["modelKey"] = "gpt-4o",
        ["planKey"] = "premium",
        ["priceId"] = $"{ExampleRows.Id}",
        ["link"] = ExampleRows.Link,
        ["export"] = $"{ExampleRows.ChatsId}",
        ["job"] = "quota-reset",
        ["setting"] = "Features:Sharing",
        ["token"] = "a-link-that-is-over",
    };

    public static IReadOnlyList<SitePage> PagesIn(this WebApplicationFactory<Program> app, string language)
    {
        ExampleLetter.KeepIn(app.Services);
        ExampleCheckout.KeepIn(app.Services);
        return
        [
            .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Select(e => new SitePage(PathOf(e, language), e.Metadata.GetMetadata<IAllowAnonymous>() is not null, e))
                .DistinctBy(p => p.Path, StringComparer.Ordinal).OrderBy(p => p.Path, StringComparer.Ordinal),
        ];
    }

    private static string PathOf(RouteEndpoint endpoint, string language) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Word(part, language)))).Where(word => word.Length > 0));

    private static string Word(RoutePatternPart part, string language) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "culture" } => language,
        RoutePatternParameterPart { IsOptional: true } => "",
        RoutePatternParameterPart { Name: var name } when Examples.TryGetValue(name, out var example) => example,
        _ => throw new InvalidOperationException($"A page has {part} in its address: write an example into {nameof(SitePages)}."),
    };
}
