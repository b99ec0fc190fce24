using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Credits.Audit;

namespace SaaSChat.Infrastructure.Credits;

public static class CreditsSetup
{
    public static void AddCredits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<CreditLedger>();
        builder.Services.AddScoped<AdminGrant>();
        builder.Services.AddScoped<LedgerAudit>();
    }
}
