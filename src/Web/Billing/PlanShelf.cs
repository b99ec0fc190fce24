using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Billing;

/// <summary>The plans side by side for whoever is signed in, at the price that they would pay today.</summary>
public sealed class PlanShelf(AppDbContext db, OfferedPlans plans, PlanPlacing placing, MyWallet wallets, CurrentUser me)
{
    public async Task<PlanShelfView> ReadAsync(PlanQuery query, CancellationToken cancel)
    {
        var wallet = await wallets.MineAsync(cancel);
        var living = await db.Subscriptions.AsNoTracking().OwnedBy(me.AccountId).Living().SingleOrDefaultAsync(cancel);
        var fixedCurrency = living?.Currency ?? await placing.CurrencyAsync(me.AccountId, cancel);
        var currency = fixedCurrency ?? await CurrencyAsync(query.Currency, cancel);
        var own = plans.Find(living?.PlanKey ?? wallet.PlanKey) is { IsRetired: true } retired ? [retired] : Array.Empty<PlanOffer>();
        var items = plans.ForAccounts.Concat(own).Select(plan => new PlanItem(new PlanCard(plan, plan.PriceIn(currency), query.Every), PlanChoice.Of(plan, query.Every, currency))).ToList();
        return new PlanShelfView(currency, fixedCurrency is not null, items, wallet.PlanKey, living);
    }

    /// <summary>As asked for, else as they last paid, else as their language suggests.</summary>
    private async Task<Currency> CurrencyAsync(string? asked, CancellationToken cancel) =>
        PackageCatalogue.Currencies.FirstOrDefault(c => string.Equals(c.Code, asked, StringComparison.OrdinalIgnoreCase))
        ?? await db.Accounts.Where(a => a.Id == me.AccountId).Select(a => a.Currency).SingleOrDefaultAsync(cancel)
        ?? Currency.ForLanguage(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}

/// <summary>What a person has chosen so far: it stands in the address, so that it outlives a payment that was called off.</summary>
public sealed class PlanQuery
{
    public string? Currency { get; set; }
    public string? Interval { get; set; }
    public string? Plan { get; set; }
    public bool Cancelled { get; set; }

    public BillingInterval Every => OfferedPrices.IntervalOf(Interval);

    public string In(Currency currency, BillingInterval every, bool cancelled = false) => "/plans" + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["currency"] = currency.Code, ["interval"] = PlanWords.Of(every), ["plan"] = Plan, ["cancelled"] = cancelled ? "true" : null,
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}

/// <param name="OwnKey">The plan that the account is on.</param>
/// <param name="Living">What pays for it; null where nothing does.</param>
public sealed record PlanShelfView(Currency Currency, bool IsFixed, IReadOnlyList<PlanItem> Items, string OwnKey, Subscription? Living)
{
    public bool IsOwn(PlanItem item) => Living is null ? item.Card.Plan.Key == OwnKey : (Living.PlanKey, Living.Interval) == (item.Card.Plan.Key, item.Card.Interval);
}

/// <param name="Choice">Null for what is not for sale.</param>
public sealed record PlanItem(PlanCard Card, PlanChoice? Choice)
{
    /// <summary>Pressing its button twice is one subscription.</summary>
    public Guid ClientId { get; } = Guid.NewGuid();
}
