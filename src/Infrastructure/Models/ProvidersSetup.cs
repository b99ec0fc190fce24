using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Infrastructure.Models;

public static class ProvidersSetup
{
    public static void AddProviders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ProvidersOptions.Read(builder.Configuration));
        builder.Services.AddSingleton<ConnectedProviders>();
        builder.Services.AddSingleton(services => new ModelAnswers(services.GetRequiredService<ConnectedProviders>(), services.GetRequiredService<ILogger<ModelAnswers>>()));
        builder.Services.AddSingleton<ModelFallbacks>();
        builder.Services.AddScoped<ProviderChecks>();
    }
}
