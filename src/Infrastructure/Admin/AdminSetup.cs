using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Admin;

public static class AdminSetup
{
    public static void AddAdmin(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<AuditLog>();
        builder.Services.AddScoped<AuditCheck>();
        builder.Services.AddScoped<PersonNotes>();
        builder.Services.AddScoped<OverviewReading>();
        builder.Services.AddSingleton<PlatformStocks>();
    }
}
