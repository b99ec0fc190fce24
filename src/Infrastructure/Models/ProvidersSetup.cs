using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Models.Demo;

namespace SaaSChat.Infrastructure.Models;

public static class ProvidersSetup
{
    public static void AddProviders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Providers:Demo").Get<DemoOptions>() ?? new DemoOptions());
        builder.Services.AddSingleton<ConnectedProviders>();
        builder.Services.AddSingleton<ModelAnswers>();
    }
}
