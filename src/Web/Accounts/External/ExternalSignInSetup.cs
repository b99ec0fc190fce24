using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts.External;

namespace SaaSChat.Web.Accounts.External;

internal static class ExternalSignInSetup
{
    // For the way there and back, and for reading the terms.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static void AddExternalSignIn(this IHostApplicationBuilder builder)
    {
        var ways = builder.AddChecked<SignInWays>("SignIn");
        if (!builder.Environment.IsDevelopment()) RequireHttps(ways);

        var services = builder.Services;
        services.AddSingleton(provider => new ExternalProviders(ways, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<ExternalSignIns>();
        services.AddScoped<ExternalSignUp>();
        services.AddScoped<AddressProofs>();
        services.AddScoped<ExternalEvents>();
        services.AddScoped<ExternalEntry>();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, cookie => cookie.ExpireTimeSpan = Patience);
        foreach (var (name, provider) in ways.External) Add(builder, ExternalProviders.KeyOf(name), provider);
    }

    private static void Add(IHostApplicationBuilder builder, string key, ExternalProvider provider)
    {
        var development = builder.Environment.IsDevelopment();
        builder.Services.AddOptions<ExternalOptions>(key).Configure<ExternalProviders>((options, all) => options.Client = all.Find(key)!);
        builder.Services.AddAuthentication().AddOAuth<ExternalOptions, ExternalHandler>(key, options =>
        {
            options.ClientId = provider.ClientId;
            options.AuthorizationEndpoint = "";
            options.CallbackPath = ExternalPaths.CallbackOf(key);
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.UsePkce = true;
            options.SaveTokens = false;
            options.RemoteAuthenticationTimeout = Patience;
            options.EventsType = typeof(ExternalEvents);
            foreach (var scope in provider.ScopeList) options.Scope.Add(scope);

            // The framework's own goes along with every site's requests; the provider sends the person back by a link, for which Lax is enough.
            options.CorrelationCookie = new CookieBuilder
            {
                Name = development ? "external." : "__Host-external.",
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always,
                Path = "/",
                IsEssential = true,
                Expiration = Patience,
            };
        });
    }

    private static void RequireHttps(SignInWays ways)
    {
        foreach (var (name, provider) in ways.External)
        {
            if (provider.Addresses.FirstOrDefault(a => !a.Value.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) is { Name: { } address })
                throw new StartUpRefusedException($"SignIn:External:{name}:{address} is not an https address; outside Development who somebody is must not be asked over plain HTTP.");
        }
    }
}
