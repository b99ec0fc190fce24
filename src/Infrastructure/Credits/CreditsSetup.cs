using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Credits;

public static class CreditsSetup
{
    public static void AddCredits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<CreditLedger>();
    }
}
