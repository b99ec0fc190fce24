using SaaSChat.Infrastructure.Accounts;
#if HANGFIRE
using SaaSChat.Web.Jobs.Hangfire;
#endif

namespace SaaSChat.Web.Jobs;

/// <summary>The engine's own pages, where it has any; /admin/jobs shows the same jobs on every engine.</summary>
internal static class JobsDashboard
{
    public const string Path = "/hangfire";

    public static void MapJobsDashboard(this IEndpointRouteBuilder routes)
    {
#if HANGFIRE
        if (routes.MapHangfire(Path)) return;
#endif
        routes.MapGet($"{Path}/{{**rest}}", () => Results.LocalRedirect("/admin/jobs")).RequireAuthorization(Roles.Ops);
    }
}
