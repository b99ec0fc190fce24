using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models;

/// <summary>How admins set what a model costs from a day on. What is or was in force is never altered; what is only announced can be taken back.</summary>
public sealed class PriceKeeping(AppDbContext db, AuditLog audit, ChangeNotices notices, OfferedPlans plans, LastValid<MarginOptions> margins, TimeProvider clock)
{
    private const int Week = 7;

    /// <summary>What the model's price and margin bring now, and what they would bring with these.</summary>
    public async Task<MarginPreview> PreviewAsync(ChatModel model, RateCard? rates, Margin? margin, CancellationToken cancel)
    {
        var before = new PricedModel(model.PriceAt(clock.UtcNow())?.Standard, model.Margin, margins.Value.Default);
        var allowed = plans.All.Where(p => p.Allows(model)).ToList();
        return MarginPreview.Of(allowed, await LastWeekAsync(model.Key, cancel), before, new PricedModel(rates ?? before.Rates, margin, before.Usual));
    }

    /// <summary>False where somebody changed the model or its prices since it was at this version.</summary>
    public Task<bool> AddAsync(ChatModel model, byte[] version, PriceOffer offer, AuditActor by, CancellationToken cancel)
    {
        var price = ModelPrice.Of(model.Key, offer);
        return TryAsync(model.Key, version, new AuditAct(AuditAction.ModelPriceAdded, model.Key, model.PriceAt(clock.UtcNow()) is { } now ? Written(now) : null, Written(price)), null, () =>
        {
            db.ModelPrices.Add(price);
            return Task.CompletedTask;
        }, by, cancel);
    }

    /// <summary>False where it is in force by now, or somebody was faster.</summary>
    public async Task<bool> TakeBackAsync(ChatModel model, Guid priceId, string reason, AuditActor by, CancellationToken cancel)
    {
        if (model.Prices.FirstOrDefault(p => p.Id == priceId) is not { } announced || !announced.MayBeTakenBackAt(clock.UtcNow())) return false;

        return await TryAsync(model.Key, model.RowVersion, new AuditAct(AuditAction.ModelPriceTakenBack, model.Key, Written(announced)), reason, async () =>
        {
            // The one before ended where this one was to begin.
            foreach (var before in await db.ModelPrices.Where(p => p.ModelKey == model.Key && p.Until == announced.From).ToListAsync(cancel)) before.Reopen();
            (await db.ModelPrices.SingleAsync(p => p.Id == priceId, cancel)).TakeBack(clock.UtcNow());
        }, by, cancel);
    }

    // What was written to a cache is taken for the usual kind: the sums of days do not tell them apart.
    private async Task<Quantities> LastWeekAsync(string key, CancellationToken cancel)
    {
        var first = DateOnly.FromDateTime(clock.UtcNow()).AddDays(-Week);
        var sums = await db.PlatformDays.AsNoTracking().Where(d => d.ModelKey == key && d.Day > first).GroupBy(d => d.ModelKey)
            .Select(g => new { Input = g.Sum(d => d.InputTokens), Read = g.Sum(d => d.ReadTokens), Write = g.Sum(d => d.WriteTokens), Output = g.Sum(d => d.OutputTokens) }).SingleOrDefaultAsync(cancel);
        return sums is null ? Quantities.None : Quantities.Of(
            (UsageKind.Input, sums.Input), (UsageKind.CacheRead, sums.Read), (UsageKind.CacheWriteShort, sums.Write), (UsageKind.Output, sums.Output));
    }

    // A price is a change of its model: of two that are added at once, the second is told.
    private Task<bool> TryAsync(string key, byte[] version, AuditAct act, string? reason, Func<Task> change, AuditActor by, CancellationToken cancel) => audit.TryRecordAsync(by, act, reason, async () =>
    {
        db.At(await db.ChatModels.SingleAsync(m => m.Key == key, cancel), version);
        await change();
        await notices.RaiseAsync(db, OfferedModels.Topic, cancel);
    }, cancel);

    private static string Written(ModelPrice price) => string.Join(", ", price.Rates.OrderBy(r => r.Tier).ThenBy(r => r.Kind)
        .Select(r => string.Create(CultureInfo.InvariantCulture, $"{(r.Tier == RateTier.Standard ? "" : $"{r.Tier} ")}{r.Kind} {Picodollars.ToDollars(r.Rate, r.Kind.ListedPer()):0.############}"))
        .Prepend(string.Create(CultureInfo.InvariantCulture, $"from {price.From:yyyy-MM-dd HH:mm}"))
        .Append(price.LongContextAbove is { } above ? string.Create(CultureInfo.InvariantCulture, $"long above {above}") : "").Append(price.OffPeak is { } hours ? $"off-peak {hours}" : "")
        .Where(w => w.Length > 0));
}
