using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

public static class SignInSetup
{
    public static void AddSignIn(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<CurrentUser>();
        builder.Services.AddScoped<SessionCookie>();
        builder.Services.AddAuthorizationBuilder().AddPolicy(Roles.Admin, policy => policy.RequireRole(Roles.Admin));
        builder.Services.ConfigureApplicationCookie(options =>
        {
            var development = builder.Environment.IsDevelopment();
            options.Cookie.Name = development ? "session" : "__Host-session";
            options.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = Sessions.Lifetime(remembered: true);
            options.EventsType = typeof(SessionCookie);
        });
    }
}
