using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Models;

public static class ModelsSetup
{
    public static void AddModels(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<CatalogueSeeding>();
        builder.Services.AddScoped<ModelKeeping>();
        builder.Services.AddScoped<PriceKeeping>();
        builder.Services.AddSingleton<OfferedModels>();
        builder.AddChecked<MarginOptions>("Margins");
        builder.AddProviders();
    }
}
