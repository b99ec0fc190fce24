using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Assistants;

public static class AssistantsSetup
{
    public static void AddAssistants(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OfferedAssistants>();
        builder.Services.AddScoped<AssistantSeeding>();
        builder.Services.AddSingleton<AssistantLinks>();
        builder.Services.AddScoped<HouseKeeping>();
    }
}
