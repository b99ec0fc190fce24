using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Simulated;
using SaaSChat.Infrastructure.Billing.Stripe;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Who moves the money.</summary>
public static class PaymentsSetup
{
    private const string Played =
        "Payments:Gateway is Simulated, which gives credits away for nothing outside Development; set it to Stripe, with Stripe:SecretKey and Stripe:WebhookSecret.";

    public static void AddPayments(this IHostApplicationBuilder builder)
    {
        builder.AddChecked<PaymentsOptions>("Payments");
        if (builder.Environment.IsDevelopment()) builder.AddSimulatedBooks();
        if (IsStripe(builder)) AddStripe(builder);
        else if (builder.Environment.IsDevelopment()) builder.Services.AddSimulatedPayments();
        else throw new StartUpRefusedException(Played);
    }

    /// <summary>Where our forms lead when somebody pays.</summary>
    public static IEnumerable<string> PaymentOrigins(this IHostApplicationBuilder builder) => IsStripe(builder) ? Read(builder).PageOrigins : [];

    private static bool IsStripe(IHostApplicationBuilder builder) =>
        builder.Configuration.GetSection("Payments").Get<PaymentsOptions>()?.Gateway is { } chosen ? chosen == PaymentsGateway.Stripe : !builder.Environment.IsDevelopment();

    private static StripeOptions Read(IHostApplicationBuilder builder) => builder.Configuration.GetSection("Stripe").Get<StripeOptions>() ?? new StripeOptions();

    private static void AddStripe(IHostApplicationBuilder builder)
    {
        var (options, services) = (Read(builder), builder.Services);

        // Asked at the start of the site only: operator's commands take no money.
        services.AddOptions<StripeOptions>().BindConfiguration("Stripe").ValidateOnStart();
        services.AddSingleton<IValidateOptions<StripeOptions>>(new StripeFaults(builder.Environment.IsDevelopment()));
        services.AddSingleton(options);
        services.AddSingleton(new PaymentMode(options.IsLive));
        services.AddSingleton(new WebhookSecret(options.WebhookSecret));
        services.AddStripeClient(options);
#if STRIPE_NET
        services.AddSingleton<IPaymentGateway, StripeNet.StripeNetGateway>();
#else
        services.AddSingleton<IPaymentGateway, StripeGateway>();
#endif
    }

    private sealed class StripeFaults(bool isDevelopment) : IValidateOptions<StripeOptions>
    {
        public ValidateOptionsResult Validate(string? name, StripeOptions options) =>
            options.Faults(isDevelopment).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
