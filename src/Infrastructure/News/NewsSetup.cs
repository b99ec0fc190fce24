using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.News;

public static class NewsSetup
{
    public static void AddNews(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CurrentAnnouncements>();
        builder.Services.AddScoped<AnnouncementKeeping>();
        builder.Services.AddScoped<IncidentKeeping>();
    }
}
