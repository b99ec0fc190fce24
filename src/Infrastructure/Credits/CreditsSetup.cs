using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Credits.Audit;

namespace SaaSChat.Infrastructure.Credits;

public static class CreditsSetup
{
    public static void AddCredits(this IHostApplicationBuilder builder)
    {
        builder.AddChecked<ClaimOptions>("Claim");
        builder.AddChecked<QuotaOptions>("Quota");
        builder.AddChecked<RefillOptions>("Refill");
        builder.Services.AddScoped<CreditLedger>();
        builder.Services.AddScoped<AdminGrant>();
        builder.Services.AddScoped<AdminBalance>();
        builder.Services.AddScoped<BulkGranting>();
        builder.Services.AddScoped<LedgerAudit>();
        builder.Services.AddScoped<AllowancePosting>();
        builder.Services.AddScoped<TrialHandover>();
        builder.Services.AddScoped<AccountOpening>();
        builder.Services.AddScoped<DailyClaim>();
        builder.Services.AddScoped<DueAllowances>();
        builder.Services.AddScoped<Refills>();
        builder.Services.AddScoped<RefillNews>();
    }
}
