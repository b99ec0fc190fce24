using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models;

/// <summary>How admins keep the models. Every node shows what is there within about a second; what is charged is read afresh anyway.</summary>
public sealed class ModelKeeping(AppDbContext db, AuditLog audit, ChangeNotices notices, TimeProvider clock)
{
    public Task<ChatModel?> FindAsync(string key, CancellationToken cancel) => db.ChatModels.AsNoTracking().WithPrices().SingleOrDefaultAsync(m => m.Key == key, cancel);

    /// <summary>In the order in which they are shown.</summary>
    public async Task<IReadOnlyList<ChatModel>> AllAsync(CancellationToken cancel) =>
        await db.ChatModels.AsNoTracking().WithPrices().OrderBy(m => m.Order).ThenBy(m => m.Name).ToListAsync(cancel);

    /// <summary>What is wrong with the draft's chain, beside the chains of the others.</summary>
    public async Task<ChainFault?> FaultOfChainAsync(string key, ModelDraft draft, CancellationToken cancel)
    {
        var chains = await db.ChatModels.AsNoTracking().Where(m => m.Key != key).ToDictionaryAsync(m => m.Key, m => m.Fallbacks, StringComparer.Ordinal, cancel);
        return draft.FaultOfChain(key, chains);
    }

    /// <summary>False where there is one of that key.</summary>
    public async Task<bool> AddAsync(string key, ModelDraft draft, AuditActor by, CancellationToken cancel)
    {
        if (await db.ChatModels.AnyAsync(m => m.Key == key, cancel)) return false;

        var model = ChatModel.Make(key, draft, await db.ChatModels.MaxAsync(m => (int?)m.Order, cancel) + 1 ?? 0);
        await audit.RecordAsync(by, new AuditAct(AuditAction.ModelAdded, key, After: Written(model)), null, async () =>
        {
            if (draft.IsDefault) await StepBackAsync(key, cancel);
            db.ChatModels.Add(model);
            await notices.RaiseAsync(db, OfferedModels.Topic, cancel);
        }, cancel);
        return true;
    }

    /// <summary>False where there is none, and where somebody changed it since it was at this version.</summary>
    public Task<bool> ChangeAsync(string key, byte[] version, ModelDraft draft, AuditActor by, CancellationToken cancel) => TryAsync(key, version, m => m.Change(draft), by, cancel);

    /// <summary>Only what has a price is switched on.</summary>
    public async Task<SwitchOutcome> SwitchAsync(string key, bool on, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is not { } model) return SwitchOutcome.NotFound;
        if (on && model.PriceAt(clock.UtcNow()) is not { Standard.Refusal: null }) return SwitchOutcome.NoPrice;
        return model.IsEnabled == on || await TryAsync(key, model.RowVersion, m => m.Switch(on), by, cancel) ? SwitchOutcome.Done : SwitchOutcome.Stale;
    }

    /// <summary>One place up or down among those that are shown. False where there is none, or nowhere to go.</summary>
    public async Task<bool> MoveAsync(string key, bool up, AuditActor by, CancellationToken cancel)
    {
        var models = (await AllAsync(cancel)).Select(m => m.Key).ToList();
        var (from, to) = (models.IndexOf(key), models.IndexOf(key) + (up ? -1 : 1));
        if (from < 0 || to < 0 || to >= models.Count) return false;

        (models[from], models[to]) = (models[to], models[from]);
        var act = new AuditAct(AuditAction.ModelChanged, key, string.Create(CultureInfo.InvariantCulture, $"place {from + 1}"), string.Create(CultureInfo.InvariantCulture, $"place {to + 1}"));
        await audit.RecordAsync(by, act, null, async () =>
        {
            foreach (var model in await db.ChatModels.ToListAsync(cancel)) model.MoveTo(models.IndexOf(model.Key));
            await notices.RaiseAsync(db, OfferedModels.Topic, cancel);
        }, cancel);
        return true;
    }

    private async Task<bool> TryAsync(string key, byte[] version, Action<ChatModel> change, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is not { } model || !model.IsAt(version)) return false;

        var before = Written(model);
        change(model);
        return await audit.TryRecordAsync(by, new AuditAct(AuditAction.ModelChanged, key, before, Written(model)), null, async () =>
        {
            if (model.IsDefault) await StepBackAsync(key, cancel);
            change(db.At(await db.ChatModels.SingleAsync(m => m.Key == key, cancel), version));
            await notices.RaiseAsync(db, OfferedModels.Topic, cancel);
        }, cancel);
    }

    // There is one default at most; whoever has the other one's form open is told that it changed.
    private async Task StepBackAsync(string key, CancellationToken cancel)
    {
        foreach (var other in await db.ChatModels.Where(m => m.IsDefault && m.Key != key).ToListAsync(cancel)) other.StepBack();
    }

    private static string Written(ChatModel model) => string.Join(", ", new[]
    {
        model.Name, model.Provider, model.SentAs is { } name ? $"as {name}" : "", model.IsEnabled ? "on" : "off", model.FreePlans ? "free plans" : "", model.IsDefault ? "default" : "",
        model.Reasoning ? "reasoning" : "", model.Modalities == Modalities.TextOnly ? "" : $"{model.Modalities}",
        string.Create(CultureInfo.InvariantCulture, $"context {model.ContextWindow}"), string.Create(CultureInfo.InvariantCulture, $"output {model.MaxOutput}"),
        model.Margin is { } margin ? string.Create(CultureInfo.InvariantCulture, $"margin {margin.Fraction}") : "", model.Fallbacks.Count > 0 ? $"then {string.Join(" ", model.Fallbacks)}" : "",
    }.Where(w => w.Length > 0));
}

public enum SwitchOutcome
{
    Done,
    NotFound,
    NoPrice,
    Stale,
}
