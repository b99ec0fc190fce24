using Microsoft.Extensions.DependencyInjection;

namespace SaaSChat.Infrastructure.Accounts;

internal static class SecondFactorSetup
{
    public static void AddSecondFactor(this IServiceCollection services)
    {
        services.AddSingleton<AuthenticatorOffers>();
        services.AddScoped<Authenticators>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<FactorReset>();
        services.AddScoped<KeptPasskeys>();
        services.AddScoped<SecurityLetters>();
    }
}
