using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing.Simulated;

internal static class SimulatedSetup
{
    /// <summary>In Development its pages are there even while Stripe moves the money.</summary>
    public static void AddSimulatedBooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new SimulatedBooks(Path.Combine(DataFolder.For(builder), "payments.json")));
        builder.Services.AddSingleton<SimulatedPeople>();
    }

    public static void AddSimulatedPayments(this IServiceCollection services)
    {
        services.AddSingleton(new PaymentMode(IsLive: false));
        services.AddSingleton(new WebhookSecret($"whsec_{RandomNumberGenerator.GetHexString(48, lowercase: true)}"));
        services.AddSingleton<IPaymentGateway, SimulatedGateway>();
        services.AddHttpClient(SimulatedWebhooks.ClientName, http => http.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();
        services.AddHostedService<SimulatedWebhooks>();
        services.AddSingleton(new SimulatedPart("payments", "no money moves, see /dev/payments; set Payments:Gateway to Stripe to take some"));
    }
}
