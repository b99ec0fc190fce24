using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing.TopUps;

/// <summary>Decides under the account's lock whether its card may be charged now, and writes the order down before anybody is asked for money.</summary>
public sealed class TopUpBeginning(AppDbContext db, CreditLedger ledger, PaymentNews news, FeatureSwitches features)
{
    private static readonly TimeSpan WhileSwitchedOff = TimeSpan.FromHours(1);

    /// <summary>The one that runs, begun now or before; null where none is to.</summary>
    internal Task<RunningTopUp?> BeginAsync(Guid accountId, CancellationToken cancel) => ledger.ChangeAsync(accountId, credits => BeginAsync(credits, cancel), cancel);

    private async Task<RunningTopUp?> BeginAsync(LockedCredits credits, CancellationToken cancel)
    {
        var accountId = credits.Account.Id;
        if (await db.TopUps.SingleOrDefaultAsync(t => t.AccountId == accountId && t.EndedAt == null, cancel) is { } running)
            return new RunningTopUp(running, await db.Orders.SingleAsync(o => o.Id == running.OrderId, cancel));

        if (!credits.Account.NeedsTopUp || await db.AutoTopUps.SingleOrDefaultAsync(t => t.AccountId == accountId, cancel) is not { } agreed) return null;
        if (!agreed.MayBegin(credits.At) || await ZoneOfAsync(agreed.UserId, cancel) is not { } zone) return null;
        if (!features.IsOn(Feature.TopUp, agreed.UserId))
        {
            agreed.PauseUntil(credits.At + WhileSwitchedOff, TopUpPause.SwitchedOff);
            return null;
        }

        var package = await db.OfferAsync(agreed.PackageKey, cancel);
        if (!agreed.Covers(package))
        {
            TopUpBooks.SwitchOff(credits, agreed, TopUpOff.Price);
            await news.TellTopUpAsync(agreed.UserId, TopUpNews.Off, agreed.Price, Ids.NewId(), cancel);
            return null;
        }

        return await MustWaitAsync(agreed, package!.PriceIn(agreed.Currency)!.Price, zone, credits.At, cancel) ? null : Begin(agreed, package, credits.At);
    }

    private RunningTopUp Begin(AutoTopUp agreed, PackageOffer package, DateTime at)
    {
        var terms = new OrderTerms(Ids.NewId(), package, package.PriceIn(agreed.Currency)!.Price, null, null, agreed.Language, IsTopUp: true);
        var order = Order.Place(agreed.AccountId, agreed.UserId, terms, at);
        var begun = new RunningTopUp(TopUp.Begin(order, agreed.CardId, at), order);
        db.AddRange(begun.Order, begun.TopUp);
        return begun;
    }

    // Too much at once, or in their month: it waits until there is room again.
    private async Task<bool> MustWaitAsync(AutoTopUp agreed, Money price, TimeZoneInfo zone, DateTime at, CancellationToken cancel)
    {
        var since = at - AutoTopUp.Burst;
        var lately = await db.TopUps.Where(t => t.AccountId == agreed.AccountId && t.BegunAt > since).OrderBy(t => t.BegunAt).Select(t => t.BegunAt).ToListAsync(cancel);
        var (from, until) = LocalDays.MonthOf(at, zone);
        var spent = await db.Orders.OwnedBy(agreed.AccountId).Where(o => o.IsTopUp && o.Currency == agreed.Currency && o.PlacedAt >= from && o.State != OrderState.Failed && o.State != OrderState.Expired)
            .SumAsync(o => o.PriceMinor, cancel);

        if (lately.Count >= AutoTopUp.MostInBurst) agreed.PauseUntil(lately[^AutoTopUp.MostInBurst] + AutoTopUp.Burst, TopUpPause.Burst);
        else if (spent + price.Minor > agreed.CapMinor) agreed.PauseUntil(until, TopUpPause.Cap);
        else return false;
        return true;
    }

    // Of whoever may not use the site the card is left alone.
    private async Task<TimeZoneInfo?> ZoneOfAsync(Guid userId, CancellationToken cancel) =>
        await db.Users.Where(u => u.Id == userId && u.DeletedAt == null && u.SuspendedAt == null).Select(u => u.TimeZone).SingleOrDefaultAsync(cancel) is { } zone ? LocalDays.ZoneOf(zone) : null;
}

/// <summary>A charge that is not over, with its order.</summary>
internal sealed record RunningTopUp(TopUp TopUp, Order Order);
