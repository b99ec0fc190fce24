using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Maintenance;

/// <summary>While Features:Maintenance is on, admins see the site and everybody else is told to come back later.</summary>
internal sealed class MaintenanceMode(RequestDelegate next, IOptionsMonitor<FeatureOptions> features)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(2);

    public Task InvokeAsync(HttpContext context)
    {
        if (!features.CurrentValue.Maintenance || context.User.IsInRole(Roles.Admin) || IsOpen(context.GetEndpoint())) return next(context);

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<OpenInMaintenanceAttribute>() is not null || endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}

internal static class MaintenanceModeSetup
{
    /// <summary>After authentication, which knows the admins, and before authorization, which would ask the others to sign in.</summary>
    public static void UseMaintenanceMode(this WebApplication app) => app.UseMiddleware<MaintenanceMode>();
}
