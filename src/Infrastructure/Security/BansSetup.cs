using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Domain.Security;

namespace SaaSChat.Infrastructure.Security;

public static class BansSetup
{
    public static void AddBans(this IHostApplicationBuilder builder, AddressRanges knownProxies)
    {
        builder.AddChecked<ViolationOptions>("Violations");
        builder.Services.AddSingleton(new KnownProxies(knownProxies));
        builder.Services.AddSingleton<BanOrders>();
        builder.Services.AddSingleton<Violations>();
        builder.Services.AddSingleton<BanList>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<BanList>());
        builder.Services.AddHostedService<BanPlacement>();
        builder.Services.AddScoped<BanRegister>();
    }
}
