namespace SaaSChat.Web.Usage;

public static class UsagePagesSetup
{
    public static void AddUsagePages(this IServiceCollection services)
    {
        services.AddScoped<MyUsage>();
        services.AddScoped<UsageLog>();
    }
}
