using Microsoft.Extensions.DependencyInjection;

namespace SaaSChat.Infrastructure.Billing.Stripe;

internal static class StripeClientSetup
{
    /// <summary>Straight to Stripe, following nobody elsewhere, and with no log of addresses and no trace of ours.</summary>
    public static void AddStripeClient(this IServiceCollection services, StripeOptions options)
    {
        services.AddSingleton<StripeApi>();
        services.AddHttpClient(StripeApi.ClientName, http =>
            {
                // Each call says itself when it is too late.
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = StripeApi.MostBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = options.Timeout / 3,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ActivityHeadersPropagator = null,
            })
            .RemoveAllLoggers();
    }
}
