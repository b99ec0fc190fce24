using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Maintenance;

namespace SaaSChat.Web.Endpoints;

/// <summary>Language and theme: a form on every page, signed in or not, that comes back to where it was.</summary>
internal static class PreferenceEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        // For pages that are kept, and so hold no form.
        routes.MapGet("/preferences/token", (HttpContext http, IAntiforgery antiforgery) => Results.Text(antiforgery.GetAndStoreTokens(http).RequestToken))
            .AllowAnonymous().WithMetadata(new OpenInMaintenanceAttribute());

        routes.MapPost("/preferences/language", ([FromForm] string language, [FromForm] string? returnUrl, Preferences preferences) =>
        {
            if (Cultures.Find(language) is not { } culture) return Results.BadRequest();
            preferences.Remember(preferences.LanguageCookie, culture.Name);
            return Results.LocalRedirect(LocalPaths.InLanguage(LocalPaths.OrHome(returnUrl), culture));
        }).AllowAnonymous().WithMetadata(new OpenInMaintenanceAttribute());

        routes.MapPost("/preferences/theme", ([FromForm] string theme, [FromForm] string? returnUrl, Preferences preferences) =>
        {
            if (Preferences.KnownTheme(theme) is not { } known) return Results.BadRequest();
            preferences.Remember(preferences.ThemeCookie, known);
            return Results.LocalRedirect(LocalPaths.OrHome(returnUrl));
        }).AllowAnonymous().WithMetadata(new OpenInMaintenanceAttribute());
    }
}
