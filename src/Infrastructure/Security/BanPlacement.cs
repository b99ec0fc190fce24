using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Infrastructure.Security;

/// <summary>Saves the bans that this node has ordered, so that every node enforces them.</summary>
internal sealed class BanPlacement(IServiceScopeFactory scopes, BanOrders orders, ILogger<BanPlacement> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in orders.AllAsync(stoppingToken))
        {
            try
            {
                await PlaceAsync(order, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "A ban could not be saved; whoever earned it will have to earn it again");
            }
            finally
            {
                orders.Done(order);
            }
        }
    }

    private async Task PlaceAsync(BanOrder order, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<BanRegister>().PlaceAsync(order.Offender, order.Score, cancel) is not { } ban) return;

        log.LogWarning("Ban {BanId} of one {Kind} until {Until:u} for a score of {Score}", ban.Id, ban.Kind, ban.Until, ban.Score);
    }
}
