using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models.Demo;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>The providers with their keys, how each does and what was asked with it. None of it tells a key.</summary>
public sealed class KeyRoster
{
    private readonly AppDbContext _db;
    private readonly ConnectedProviders _providers;
    private readonly TimeProvider _clock;

    internal KeyRoster(AppDbContext db, ConnectedProviders providers, TimeProvider clock) => (_db, _providers, _clock) = (db, providers, clock);

    /// <summary>Whom a key can be given to.</summary>
    public IReadOnlyList<string> TakingKeys => [.. _providers.Names.Where(n => _providers.TakingKeys(n) is not null)];

    /// <summary>As models name them: those that are known, and the built-in one.</summary>
    public IReadOnlyList<string> Names => [.. _providers.Names, DemoProvider.Name];

    /// <summary>Every provider that has a key, was asked, or is asked for a model that is switched on.</summary>
    public async Task<IReadOnlyList<ProviderStanding>> ReadAsync(CancellationToken cancel)
    {
        var now = _clock.UtcNow();
        var kept = await _db.ProviderKeys.AsNoTracking().Known().OrderBy(k => k.AddedAt).ToListAsync(cancel);
        var health = await _db.ProviderHealth.AsNoTracking().ToDictionaryAsync(h => h.Provider, StringComparer.OrdinalIgnoreCase, cancel);
        var used = await _db.ChatModels.Where(m => m.IsEnabled).Select(m => m.Provider).Distinct().ToListAsync(cancel);
        var (byKey, spends) = (await _db.ProviderKeyHealth.AsNoTracking().ToDictionaryAsync(h => h.KeyId, cancel), await _db.ProviderKeyDays.SpendsAsync(now, cancel));
        return [.. _providers.Names.Select(StandingOf).Where(s => s.Keys.Count > 0 || s.Health is not null || used.Contains(s.Name, StringComparer.OrdinalIgnoreCase))];

        ProviderStanding StandingOf(string name)
        {
            var provider = _providers.TakingKeys(name) ?? _providers.Find(name);
            var configured = provider?.Keys.Configured.Where(k => k.Id is not null).Select(k => Standing(k.Id!.Value, null, k.Label, k.Weight)) ?? [];
            var rows = kept.Where(k => string.Equals(k.Provider, name, StringComparison.OrdinalIgnoreCase)).Select(k => Standing(k.Id, k, k.Label, k.Weight));
            return new(name, provider?.Host, _providers.TakingKeys(name) is not null, health.GetValueOrDefault(name), provider?.Keys.LeftAlone ?? TimeSpan.Zero, [.. configured, .. rows]);
        }

        KeyStanding Standing(Guid id, ProviderKey? row, string label, int weight) => new(id, row, label, weight, byKey.GetValueOrDefault(id), spends.GetValueOrDefault(id, KeySpend.Nothing));
    }

    public async Task<KeyStanding?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await _db.ProviderKeys.AsNoTracking().Known().SingleOrDefaultAsync(k => k.Id == id, cancel) is not { } row) return null;

        var health = await _db.ProviderKeyHealth.AsNoTracking().SingleOrDefaultAsync(h => h.KeyId == id, cancel);
        var spends = await _db.ProviderKeyDays.Where(d => d.KeyId == id).SpendsAsync(_clock.UtcNow(), cancel);
        return new(id, row, row.Label, row.Weight, health, spends.GetValueOrDefault(id, KeySpend.Nothing));
    }

    /// <summary>Whether the provider stands where the key was given for it.</summary>
    public bool IsAtHome(ProviderKey row) => _providers.TakingKeys(row.Provider)?.Host == row.Host;
}

/// <param name="Name">As models call it.</param>
/// <param name="Host">Where it is asked; null where no address is known.</param>
/// <param name="TakesKeys">Whether a key can be given to it here.</param>
/// <param name="Health">As the last probe of any node found it; null before the first.</param>
/// <param name="LeftAlone">How long this node leaves it alone, because it failed several times.</param>
/// <param name="Keys">Those of the configuration first.</param>
public sealed record ProviderStanding(string Name, string? Host, bool TakesKeys, ProviderHealth? Health, TimeSpan LeftAlone, IReadOnlyList<KeyStanding> Keys);

/// <param name="Row">Null where the configuration names it.</param>
public sealed record KeyStanding(Guid Id, ProviderKey? Row, string Label, int Weight, ProviderKeyHealth? Health, KeySpend Spend)
{
    public KeyState StateAt(DateTime now, bool isAtHome = true) => this switch
    {
        { Row: { } row } when row.IsOverAt(now) => KeyState.Ended,
        { Row.PausedAt: not null } => KeyState.Paused,
        { Row: not null } when !isAtHome => KeyState.Elsewhere,
        { Health.RestsUntil: { } until } when until > now => KeyState.Resting,
        { Row: { } row } when !row.Limits.Allow(Spend) => KeyState.AtItsLimit,
        { Row.EndsAt: not null } => KeyState.Draining,
        _ => KeyState.Used,
    };
}

public enum KeyState
{
    Used,
    Resting,
    AtItsLimit,

    /// <summary>Another takes its place.</summary>
    Draining,
    Paused,

    /// <summary>Its provider stands at another host now, to which it is not sent.</summary>
    Elsewhere,
    Ended,
}
