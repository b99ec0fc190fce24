using Hangfire;
using Hangfire.Dashboard;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Jobs.Hangfire;

/// <summary>Hangfire's own pages, to look at only: what changes something is done at /admin/jobs, where the log learns of it.</summary>
internal static class HangfireDashboard
{
    // Which pages there are is known to the whole process.
    static HangfireDashboard() => DashboardRoutes.AddJavaScript(typeof(HangfireDashboard).Assembly, "hangfire/dashboard.js");

    /// <summary>False where another engine does the work.</summary>
    public static bool MapHangfire(this IEndpointRouteBuilder routes, string path)
    {
        if (routes.ServiceProvider.GetService<JobStorage>() is null) return false;

        var options = new DashboardOptions
        {
            AppPath = "/admin/jobs",
            DashboardTitle = "SaaSChat",
            DisplayNameFunc = (context, job) => context.GetHttpContext().RequestServices.GetRequiredService<IStringLocalizer<Text>>().JobName((string)job.Args[0]),
            DisplayStorageConnectionString = false,
            IsReadOnlyFunc = _ => true,
        };
        routes.MapHangfireDashboardWithAuthorizationPolicy(Roles.Ops, path, options).WithMetadata(StyledElements.Allowed);
        return true;
    }
}
