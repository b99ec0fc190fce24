using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Settings;

/// <summary>A page whose feature is off for whoever asks is not there, and says why.</summary>
internal sealed class FeatureGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, MyFeatures features)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>() is not { Feature: var needed } || features.Has(needed)) return next(http);

        http.Features.Set(new SwitchedOff(needed));
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>Why a page is not there.</summary>
internal sealed record SwitchedOff(Feature Feature);

/// <summary>What is on for whoever asks.</summary>
public sealed class MyFeatures(FeatureSwitches switches, CurrentUser me)
{
    public bool Has(Feature feature) => switches.IsOn(feature, me.IsSignedIn ? me.Id : null);
}

internal static class FeatureGateSetup
{
    public static void AddSettingPages(this IServiceCollection services)
    {
        services.AddScoped<MyFeatures>();
        services.AddScoped<SettingForms>();
    }

    /// <summary>After authorization: a stranger is asked to sign in first, and features are some people's.</summary>
    public static void UseFeatureGate(this WebApplication app) => app.UseMiddleware<FeatureGate>();
}
