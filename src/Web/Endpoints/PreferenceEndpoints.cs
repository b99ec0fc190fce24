using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Maintenance;

namespace SaaSChat.Web.Endpoints;

/// <summary>Language and theme: a form on every page, signed in or not, that comes back to where it was. Who is signed in keeps the choice.</summary>
internal static class PreferenceEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        // For pages that are kept, and so hold no form.
        routes.MapGet("/preferences/token", (HttpContext http, IAntiforgery antiforgery) => Results.Text(antiforgery.GetAndStoreTokens(http).RequestToken))
            .AllowAnonymous().WithMetadata(new OpenInMaintenanceAttribute());

        routes.MapPost("/preferences/language", async ([FromForm] string language, [FromForm] string? returnUrl, Preferences preferences, OwnView own, CancellationToken cancel) =>
        {
            if (Cultures.Find(language) is not { } culture) return Results.BadRequest();
            preferences.Remember(preferences.LanguageCookie, culture.Name);
            await own.AlsoKeepAsync(view => view with { Language = culture.Name }, cancel);
            return Results.LocalRedirect(LocalPaths.InLanguage(LocalPaths.OrHome(returnUrl), culture));
        }).AllowAnonymous().WithMetadata(new OpenInMaintenanceAttribute());

        routes.MapPost("/preferences/theme", async ([FromForm] string theme, [FromForm] string? returnUrl, Preferences preferences, OwnView own, CancellationToken cancel) =>
        {
            if (Preferences.KnownTheme(theme) is not { } known) return Results.BadRequest();
            preferences.Remember(preferences.ThemeCookie, known);
            await own.AlsoKeepAsync(view => view with { Theme = known }, cancel);
            return Results.LocalRedirect(LocalPaths.OrHome(returnUrl));
        }).AllowAnonymous().WithMetadata(new OpenInMaintenanceAttribute());
    }
}
