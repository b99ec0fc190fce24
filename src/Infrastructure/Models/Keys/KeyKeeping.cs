using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models.Providers;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>How admins keep providers' keys. A key is tried before it is used; every node uses what is there within about a second. Neither log nor audit is told more of a key than its last characters.</summary>
public sealed class KeyKeeping
{
    private readonly AppDbContext _db;
    private readonly ConnectedProviders _providers;
    private readonly KeySeal _seal;
    private readonly KeyTrial _trial;
    private readonly AuditLog _audit;
    private readonly ChangeNotices _notices;
    private readonly TimeProvider _clock;

    internal KeyKeeping(AppDbContext db, ConnectedProviders providers, KeySeal seal, KeyTrial trial, AuditLog audit, ChangeNotices notices, TimeProvider clock) =>
        (_db, _providers, _seal, _trial, _audit, _notices, _clock) = (db, providers, seal, trial, audit, notices, clock);

    /// <summary>Tries the key and keeps it: paused where it failed. Null where no key can be given to the provider, or it has this one already.</summary>
    public async Task<(Guid Id, KeyTest Test)?> AddAsync(string provider, string key, KeyDraft draft, AuditActor by, CancellationToken cancel)
    {
        if (_providers.TakingKeys(provider) is not { } connected || await IsKnownAsync(connected, key, cancel)) return null;

        var test = await _trial.RunAsync(connected, key, cancel);
        var kept = Kept(connected, key, draft, test);
        await _audit.RecordAsync(by, new AuditAct(AuditAction.ProviderKeyAdded, $"{kept.Id}", After: Written(kept)) { PersonId = null }, null, () => PutAsync(kept, test, cancel), cancel);
        return (kept.Id, test);
    }

    /// <summary>Puts a new key in the place of one that is asked on until then, where no other can be. One that fails its test is kept paused, and the old one stays as it was. Null as above, and where somebody changed it meanwhile.</summary>
    public async Task<(Guid Id, KeyTest Test)?> RotateAsync(Guid id, byte[] version, string key, DateTime until, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(id, version, cancel) is not { } old || _providers.TakingKeys(old.Provider) is not { } connected || await IsKnownAsync(connected, key, cancel)) return null;

        var test = await _trial.RunAsync(connected, key, cancel);
        var kept = Kept(connected, key, new KeyDraft(old.Label, old.Weight, old.Limits), test);
        var act = new AuditAct(AuditAction.ProviderKeyRotated, $"{kept.Id}", Written(old), Written(kept)) { PersonId = null };
        var done = await TryAsync(by, act, null, async () =>
        {
            if (test.Fault is null) (await LockedAsync(id, version, cancel)).EndAt(until);
            await PutAsync(kept, test, cancel);
        }, cancel);
        return done ? (kept.Id, test) : null;
    }

    /// <summary>Asks the provider whether it takes the key; null where there is none, or the key ring that sealed it is gone.</summary>
    public async Task<KeyTest?> TestAsync(Guid id, AuditActor by, CancellationToken cancel)
    {
        if (await TriedAsync(id, cancel) is not var (row, test)) return null;

        var act = new AuditAct(AuditAction.ProviderKeyTested, $"{id}", After: test.Fault?.ToString() ?? "good") { PersonId = null };
        await _audit.RecordAsync(by, act, null, () => _db.NoteAsync(id, test.Fault, null, _clock.UtcNow(), cancel), cancel);
        if (test.Fault is null) _providers.TakingKeys(row.Provider)?.Keys.Rested(id);
        return test;
    }

    /// <summary>False where there is none, and where somebody changed it since it was at this version.</summary>
    public Task<bool> ChangeAsync(Guid id, byte[] version, KeyDraft draft, AuditActor by, CancellationToken cancel) =>
        ActAsync(id, version, new(AuditAction.ProviderKeyChanged, null, k => k.Change(draft)), by, cancel);

    public Task<bool> PauseAsync(Guid id, string reason, AuditActor by, CancellationToken cancel) =>
        ActAsync(id, null, new(AuditAction.ProviderKeyPaused, reason, k => k.Pause(_clock.UtcNow())), by, cancel);

    /// <summary>The key itself goes for good.</summary>
    public Task<bool> RemoveAsync(Guid id, string reason, AuditActor by, CancellationToken cancel) =>
        ActAsync(id, null, new(AuditAction.ProviderKeyRemoved, reason, k => k.Remove(_clock.UtcNow())), by, cancel);

    /// <summary>Only one that passes its test is asked again. Null where there is none.</summary>
    public async Task<KeyTest?> ResumeAsync(Guid id, AuditActor by, CancellationToken cancel)
    {
        if (await TriedAsync(id, cancel) is not var (row, test)) return null;

        await _db.NoteAsync(id, test.Fault, null, _clock.UtcNow(), cancel);
        if (test.Fault is not null) return test;
        _providers.TakingKeys(row.Provider)?.Keys.Rested(id);
        return await ActAsync(id, null, new(AuditAction.ProviderKeyResumed, null, k => k.Resume()), by, cancel) ? test : null;
    }

    private async Task<(ProviderKey Row, KeyTest Test)?> TriedAsync(Guid id, CancellationToken cancel)
    {
        if (await _db.ProviderKeys.AsNoTracking().Known().SingleOrDefaultAsync(k => k.Id == id, cancel) is not { } row || _seal.Open(row) is not { } key) return null;
        if (_providers.TakingKeys(row.Provider) is not { } connected || connected.Host != row.Host) return (row, new KeyTest(ProviderFault.NotConnected, null, TimeSpan.Zero));
        return (row, await _trial.RunAsync(connected, key, cancel));
    }

    private async Task<bool> ActAsync(Guid id, byte[]? version, KeyAct act, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(id, version, cancel) is not { } key) return false;

        var before = Written(key);
        act.Do(key);
        var entry = new AuditAct(act.Action, $"{id}", before, Written(key)) { PersonId = null };
        return await TryAsync(by, entry, act.Reason, async () => act.Do(await LockedAsync(id, key.RowVersion, cancel)), cancel);
    }

    private async Task<ProviderKey?> FindAsync(Guid id, byte[]? version, CancellationToken cancel) =>
        await _db.ProviderKeys.AsNoTracking().Known().SingleOrDefaultAsync(k => k.Id == id, cancel) is { } key && (version is null || key.IsAt(version)) ? key : null;

    private async Task<ProviderKey> LockedAsync(Guid id, byte[] version, CancellationToken cancel) => _db.At(await _db.ProviderKeys.SingleAsync(k => k.Id == id, cancel), version);

    private Task<bool> TryAsync(AuditActor by, AuditAct act, string? reason, Func<Task> change, CancellationToken cancel) => _audit.TryRecordAsync(by, act, reason, async () =>
    {
        await change();
        await _notices.RaiseAsync(_db, StoredKeys.Topic, cancel);
    }, cancel);

    private ProviderKey Kept(ConnectedProvider provider, string key, KeyDraft draft, KeyTest test)
    {
        var kept = ProviderKey.Keep(provider.Name, provider.Host, key, _seal.Close(key), draft, _clock.UtcNow());
        if (test.Fault is not null) kept.Pause(_clock.UtcNow());
        return kept;
    }

    private async Task PutAsync(ProviderKey kept, KeyTest test, CancellationToken cancel)
    {
        _db.ProviderKeys.Add(kept);
        await _db.NoteAsync(kept.Id, test.Fault, null, _clock.UtcNow(), cancel);
        await _notices.RaiseAsync(_db, StoredKeys.Topic, cancel);
    }

    // Twice the same key would be asked twice as often as its limits say.
    private async Task<bool> IsKnownAsync(ConnectedProvider provider, string key, CancellationToken cancel)
    {
        var kept = await _db.ProviderKeys.AsNoTracking().Known().Where(k => k.Provider == provider.Name).ToListAsync(cancel);
        return kept.Exists(k => _seal.Open(k) == key) || provider.Keys.Configured.Any(k => k.Key == key);
    }

    private static string Written(ProviderKey key) => string.Join(", ", new[]
    {
        $"{key.Provider} {key.Label} …{key.Tail}", string.Create(CultureInfo.InvariantCulture, $"weight {key.Weight}"),
        key.Limits == KeyLimits.None ? "" : $"limits {Written(key.Limits)}",
        key.EndsAt is { } end ? $"until {end:yyyy-MM-dd HH:mm}" : "", key.PausedAt is null ? "" : "paused", key.RemovedAt is null ? "" : "removed",
    }.Where(w => w.Length > 0));

    private static string Written(KeyLimits limits) => string.Create(CultureInfo.InvariantCulture,
        $"{limits.DayRequests}/{limits.MonthRequests} requests {limits.DayTokens}/{limits.MonthTokens} tokens {Dollars(limits.DayCost)}/{Dollars(limits.MonthCost)} USD");

    private static decimal? Dollars(long? picodollars) => picodollars is { } known ? Picodollars.ToDollars(known) / 1.000000000000m : null;

    private sealed record KeyAct(AuditAction Action, string? Reason, Action<ProviderKey> Do);
}
