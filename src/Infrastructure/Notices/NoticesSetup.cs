using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Notices;

public static class NoticesSetup
{
    public static void AddNotices(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Telling>();
        builder.Services.AddScoped<Alerts>();
        builder.Services.AddScoped<AlertWishes>();
    }
}
