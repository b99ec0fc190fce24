using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts.External;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Accounts;

public static class SignInSetup
{
    public static void AddSignIn(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<CurrentUser>();
        builder.Services.AddScoped<MyWallet>();
        builder.Services.AddScoped<VisitorCookie>();
        builder.Services.AddScoped(provider => new CurrentGuest(provider.GetRequiredService<VisitorCookie>().VisitorId));
        builder.Services.AddScoped<GuestArrival>();
        builder.Services.AddScoped<OwnView>();
        builder.Services.AddScoped<SessionCookie>();
        builder.Services.AddScoped<PasswordSignIn>();
        builder.Services.AddScoped<SecondStep>();
        builder.Services.AddScoped<SecondStepCookie>();
        builder.Services.AddPasskeys();
        builder.Services.AddSingleton<DecoyPassword>();
        builder.Services.AddAuthorizationBuilder().AddRolePolicies();
        builder.Services.AddScoped<IAuthorizationHandler, AdminProofs>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, SecondFactorFirst>();
        builder.Services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "session";
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = Sessions.Lifetime(remembered: true);
            options.EventsType = typeof(SessionCookie);
        });
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = "second-step";
            options.ExpireTimeSpan = SecondStep.Lifetime;
            options.SlidingExpiration = false;
            options.EventsType = typeof(SecondStepCookie);
        });
        builder.AddExternalSignIn();
    }
}
