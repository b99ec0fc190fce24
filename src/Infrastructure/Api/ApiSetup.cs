using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Api;

public static class ApiSetup
{
    public static void AddApiKeys(this IHostApplicationBuilder builder)
    {
        builder.AddChecked<ApiOptions>("Api");
        builder.Services.AddSingleton<ApiKeyChecks>();
        builder.Services.AddScoped<ApiKeyCheck>();
        builder.Services.AddScoped<ApiKeys>();
    }
}
