using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Infrastructure.Models.Providers;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models;

public static class ProvidersSetup
{
    public static void AddProviders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ProvidersOptions.Read(builder.Configuration));
        builder.Services.AddSingleton<ConnectedProviders>();
        builder.Services.AddSingleton<KeySeal>();
        builder.Services.AddSingleton<KeyUse>();
        builder.Services.AddScoped<KeyTrial>();
        builder.Services.AddSingleton(services => new StoredKeys(
            services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ConnectedProviders>(), services.GetRequiredService<KeySeal>(),
            services.GetRequiredService<ChangeNotices>(), services.GetRequiredService<ILogger<StoredKeys>>()));
        builder.Services.AddScoped(services => new KeyRoster(
            services.GetRequiredService<AppDbContext>(), services.GetRequiredService<ConnectedProviders>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddScoped(services => new KeyKeeping(
            services.GetRequiredService<AppDbContext>(), services.GetRequiredService<ConnectedProviders>(), services.GetRequiredService<KeySeal>(), services.GetRequiredService<KeyTrial>(),
            services.GetRequiredService<AuditLog>(), services.GetRequiredService<ChangeNotices>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(services => new ModelAnswers(services.GetRequiredService<ConnectedProviders>(), services.GetRequiredService<KeyUse>(), services.GetRequiredService<ILogger<ModelAnswers>>()));
        builder.Services.AddSingleton<ModelFallbacks>();
        builder.Services.AddScoped<ProviderChecks>();
    }
}
