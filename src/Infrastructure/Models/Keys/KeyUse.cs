using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>What keys were used for, on all nodes together, and how they did.</summary>
internal sealed class KeyUse(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyUse> log)
{
    private static readonly Dictionary<Guid, KeySpend> Nothing = [];

    /// <summary>Asked anew for each call: a key that has reached its limit on one node is not asked on another.</summary>
    public async Task<IReadOnlyDictionary<Guid, KeySpend>> OfAsync(IReadOnlyList<Guid> keys, CancellationToken cancel)
    {
        if (keys.Count == 0) return Nothing;

        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().ProviderKeyDays.Where(d => keys.Contains(d.KeyId)).SpendsAsync(clock.UtcNow(), cancel);
    }

    /// <summary>For the people who look after the keys. That it could not be written down is no reason to fail the call.</summary>
    public async Task NoteAsync(KeyTurn turn, ProviderFault fault)
    {
        if (turn.Key.Id is not { } key) return;

        var now = clock.UtcNow();
        DateTime? rests = turn.RestsUntil.UtcDateTime > now ? turn.RestsUntil.UtcDateTime : null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AppDbContext>().NoteAsync(key, fault, rests, now, CancellationToken.None);
        }
        catch (Exception e)
        {
            log.LogWarning(e, "How key {Key} did was not written down", key);
        }
    }
}
