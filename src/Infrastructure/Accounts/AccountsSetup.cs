using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

public static class AccountsSetup
{
    public static void AddAccounts(this IHostApplicationBuilder builder)
    {
        builder.AddChecked<AccountOptions>("Accounts");
        builder.AddChecked<RegistrationOptions>("Registration");
        builder.AddChecked<GuestTrialOptions>("GuestTrial");
        var services = builder.Services;
        services
            .AddIdentity<AppUser, IdentityRole<Guid>>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = AccountAddress.AllowedCharacters;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddClaimsPrincipalFactory<AppClaims>()
            .AddUserManager<AppUsers>()
            .AddSignInManager<AppSignIn>()
            .AddDefaultTokenProviders();

        // Identity's own rules ask for kinds of characters; ours ask for length.
        services.RemoveAll<IPasswordValidator<AppUser>>();
        services.AddScoped<IPasswordValidator<AppUser>, PasswordPolicy>();
        services.AddSingleton<SessionChecks>();
        services.AddSingleton<SessionEnds>();
        services.AddHostedService(s => s.GetRequiredService<SessionEnds>());
        services.AddScoped<Sessions>();
        services.AddScoped<SessionProofs>();
        services.AddScoped<Suspension>();
        services.AddSecondFactor();
        services.AddScoped<OneTimeLinks>();
        services.AddSingleton<Registration>();
        services.AddScoped<Invitations>();
        services.AddScoped<NewUser>();
        services.AddScoped<NetworkKeys>();
        services.AddScoped<GuestTrial>();
        services.AddScoped<NewPassword>();
        services.AddScoped<AddressChange>();
        services.AddScoped<RoleChange>();
        builder.Services.AddScoped<NameKeys>();
        services.AddScoped<LinkLetters>();
        services.AddScoped<SignUpLetters>();
        services.AddScoped<SignUp>();
        services.AddScoped<AddressConfirmation>();
        services.AddScoped<PasswordReset>();
        services.AddScoped<UnconfirmedAccounts>();
        services.AddScoped<DevelopmentAdmin>();
    }
}
