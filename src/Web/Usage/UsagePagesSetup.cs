using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Pages.Dashboard;

namespace SaaSChat.Web.Usage;

public static class UsagePagesSetup
{
    public static void AddUsagePages(this IServiceCollection services)
    {
        services.AddScoped<MyUsage>();
        services.AddScoped<MyTiles>();
        services.AddScoped<UsageLog>();
        services.AddScoped<UsageFiles>();
        services.AddScoped<MyExports>();
        services.AddScoped<WriteUsage>(provider => provider.GetRequiredService<UsageFiles>().WriteAsync);
    }
}
