using SaaSChat.Web.Api;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>What programs may ask for. Each endpoint names its scope.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter<RouteGroupBuilder, FormTokenOfCookies>()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapUser();
        api.MapBalance();
        api.MapClaim();
        api.MapConversations();
        api.MapUsage();
        api.MapUsageStats();
        api.MapExports();
        api.MapAdministration();
        routes.MapOpenApi("/openapi/v1.json").AllowAnonymous();
    }
}
