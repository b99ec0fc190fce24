using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Jobs;

/// <summary>The engine's own pages, where it has any; /admin/jobs shows the same jobs on every engine.</summary>
internal static class JobsDashboard
{
    public const string Path = "/hangfire";

    public static void MapJobsDashboard(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{Path}/{{**rest}}", () => Results.LocalRedirect("/admin/jobs")).RequireAuthorization(Roles.Ops);
}
