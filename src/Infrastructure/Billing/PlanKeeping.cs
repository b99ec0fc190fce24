using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>How admins change the plans. Every node shows what is there within about a second; whoever subscribes pays what is read then, and whoever has subscribed goes on paying what the gateway has.</summary>
public sealed class PlanKeeping(AppDbContext db, AuditLog audit, ChangeNotices notices)
{
    public Task<Plan?> FindAsync(string key, CancellationToken cancel) => db.Plans.AsNoTracking().WithPrices().SingleOrDefaultAsync(p => p.Key == key, cancel);

    /// <summary>In the order in which they are shown.</summary>
    public async Task<IReadOnlyList<Plan>> AllAsync(CancellationToken cancel) => await db.Plans.AsNoTracking().WithPrices().OrderBy(p => p.Order).ToListAsync(cancel);

    /// <summary>Who pays for it now, by what they pay.</summary>
    public async Task<IReadOnlyList<PlanSubscribers>> SubscribersAsync(string key, CancellationToken cancel) =>
        await db.Subscriptions.AsNoTracking().Living().Where(s => s.PlanKey == key).GroupBy(s => new { s.Interval, s.Currency, s.PriceMinor })
            .Select(g => new PlanSubscribers(g.Key.Interval, g.Key.Currency, g.Key.PriceMinor, g.Count())).ToListAsync(cancel);

    /// <summary>The last in their order. False where there is one of this key.</summary>
    public async Task<bool> MakeAsync(string key, PlanDraft draft, AuditActor by, CancellationToken cancel)
    {
        var plans = await AllAsync(cancel);
        if (plans.Any(p => p.Key == key)) return false;

        var made = Plan.Make(key, draft, plans.Max(p => p.Order) + 1);
        await audit.RecordAsync(by, new AuditAct(AuditAction.PlanMade, key, After: Written(made)), null, async () =>
        {
            db.Plans.Add(made);
            await notices.RaiseAsync(db, OfferedPlans.Topic, cancel);
        }, cancel);
        return true;
    }

    /// <summary>As it would be shown; the plan is one that is not saved.</summary>
    public static PlanOffer Preview(Plan plan, PlanDraft draft)
    {
        plan.Change(draft);
        return plan.Offer;
    }

    /// <summary>False where there is none, and where somebody changed it since it was at this version.</summary>
    public Task<bool> ChangeAsync(string key, byte[] version, PlanDraft draft, AuditActor by, CancellationToken cancel) => TryAsync(key, version, p => p.Change(draft), by, cancel);

    /// <summary>One place up or down. False where there is none, or nowhere to go.</summary>
    public async Task<bool> MoveAsync(string key, bool up, AuditActor by, CancellationToken cancel)
    {
        var plans = (await AllAsync(cancel)).Select(p => p.Key).ToList();
        var (from, to) = (plans.IndexOf(key), plans.IndexOf(key) + (up ? -1 : 1));
        if (from < 0 || to < 0 || to >= plans.Count) return false;

        (plans[from], plans[to]) = (plans[to], plans[from]);
        var act = new AuditAct(AuditAction.PlanChanged, key, string.Create(CultureInfo.InvariantCulture, $"place {from + 1}"), string.Create(CultureInfo.InvariantCulture, $"place {to + 1}"));
        await audit.RecordAsync(by, act, null, async () =>
        {
            foreach (var plan in await db.Plans.ToListAsync(cancel)) plan.MoveTo(plans.IndexOf(plan.Key));
            await notices.RaiseAsync(db, OfferedPlans.Topic, cancel);
        }, cancel);
        return true;
    }

    private async Task<bool> TryAsync(string key, byte[] version, Action<Plan> change, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is not { } plan || !plan.IsAt(version)) return false;

        var before = Written(plan);
        change(plan);
        return await audit.TryRecordAsync(by, new AuditAct(AuditAction.PlanChanged, key, before, Written(plan)), null, async () =>
        {
            change(db.At(await db.Plans.WithPrices().SingleAsync(p => p.Key == key, cancel), version));
            await notices.RaiseAsync(db, OfferedPlans.Topic, cancel);
        }, cancel);
    }

    private static string Written(Plan plan) => string.Join(", ", new[]
    {
        plan.Words is { Name: var name } ? $"{name.English} / {name.Arabic}" : "",
        string.Create(CultureInfo.InvariantCulture, $"{plan.Units} units"), string.Create(CultureInfo.InvariantCulture, $"{plan.Generations} at once"), plan.AllModels ? "all models" : "small models",
        string.Create(CultureInfo.InvariantCulture, $"limits {plan.DayTokens}/{plan.MonthTokens} tokens {Dollars(plan.DayCost)}/{Dollars(plan.MonthCost)} USD"),
        plan.Margin is { } margin ? string.Create(CultureInfo.InvariantCulture, $"margin {margin.Fraction}") : "", plan.IsPopular ? "popular" : "", plan.IsRetired ? "retired" : "offered",
    }.Where(w => w.Length > 0).Concat(plan.Prices.OrderBy(p => p.Currency.Code, StringComparer.Ordinal)
        .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Month.Major}/{p.Year.Major} {p.Currency.Code}"))));

    private static decimal? Dollars(long? picodollars) => picodollars is { } known ? decimal.Round(Picodollars.ToDollars(known), 2) : null;
}

/// <summary>So many people pay that much so often.</summary>
public sealed record PlanSubscribers(BillingInterval Interval, Currency Currency, long PriceMinor, int Count)
{
    public Money Price => new(PriceMinor, Currency);
}
