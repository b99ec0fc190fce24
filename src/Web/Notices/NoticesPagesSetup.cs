namespace SaaSChat.Web.Notices;

public static class NoticesPagesSetup
{
    public static void AddNoticePages(this IServiceCollection services)
    {
        services.AddSingleton<SideFactsKept>();
        services.AddScoped<MySide>();
    }
}
