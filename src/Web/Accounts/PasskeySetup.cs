using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Maintenance;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Accounts;

internal static class PasskeySetup
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<PasskeyProof>();
        services.AddScoped<PasskeyMaking>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteOptions>>((passkeys, site) =>
        {
            // Without an address of our own, the host that the visitor asked for; outside Development only known hosts are answered.
            passkeys.ServerDomain = site.Value.BaseUrl is { Length: > 0 } address ? new Uri(address).Host : null;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
    }

    /// <summary>What the browser has to answer with a passkey: anybody's for a stranger, their own for whoever is signed in.</summary>
    public static void MapPasskeys(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/account/passkey/options", async (HttpContext http, SignInManager<AppUser> signIn) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return Results.BadRequest();
            return Results.Text(await signIn.MakePasskeyRequestOptionsAsync(await signIn.UserManager.GetUserAsync(http.User)), "application/json");
        }).AllowAnonymous().WithMetadata(new OpenInMaintenanceAttribute(), new RequireAntiforgeryTokenAttribute());
}
