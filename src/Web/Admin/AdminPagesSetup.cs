using SaaSChat.Web.Endpoints;

namespace SaaSChat.Web.Admin;

public static class AdminPagesSetup
{
    public static void AddAdminPages(this IServiceCollection services)
    {
        services.AddScoped<AuditRows>();
        services.AddScoped<UsersDownload>();
        services.AddScoped<GrantPeople>();
    }
}
