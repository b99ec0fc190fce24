using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing.TopUps;

/// <summary>Writes down what became of a charge, under its account's lock and once, with the news of it.</summary>
public sealed class TopUpBooks(AppDbContext db, CreditLedger ledger, PaymentNews news)
{
    /// <summary>The card refused.</summary>
    public Task<Guid?> DeclineAsync(TopUp topUp, CancellationToken cancel) =>
        ChangeAsync(topUp, (credits, fresh, order) => FailAsync(credits, fresh, order, TopUpState.Declined, null, cancel), cancel);

    /// <summary>The gateway would not even ask the card.</summary>
    public Task<Guid?> RefuseAsync(TopUp topUp, CancellationToken cancel) =>
        ChangeAsync(topUp, (credits, fresh, order) => FailAsync(credits, fresh, order, TopUpState.Refused, TopUpOff.Card, cancel), cancel);

    /// <summary>The card wants its owner: they are written to, once, and have their time.</summary>
    public Task<Guid?> AskOwnerAsync(TopUp topUp, CancellationToken cancel) => ChangeAsync(topUp, async (credits, fresh, order) =>
    {
        if (!fresh.TryAskOwner()) return null;
        order.LeaveOpenUntil(credits.At + TopUp.OwnersTime);
        return await news.TellTopUpAsync(order.UserId, TopUpNews.NeedsOwner, order.Total, order.Id, cancel);
    }, cancel);

    public Task<int> KnowAsync(TopUp topUp, string paymentId, CancellationToken cancel) =>
        db.TopUps.Where(t => t.OrderId == topUp.OrderId).ExecuteUpdateAsync(t => t.SetProperty(x => x.PaymentId, paymentId), cancel);

    /// <summary>Its order is paid, by whichever way.</summary>
    internal async Task SucceedAsync(Guid orderId, DateTime at, CancellationToken cancel)
    {
        var topUp = await db.TopUps.SingleAsync(t => t.OrderId == orderId, cancel);
        if (topUp.TryEnd(TopUpState.Paid, at)) (await db.AutoTopUps.SingleOrDefaultAsync(a => a.AccountId == topUp.AccountId, cancel))?.Succeed();
    }

    /// <summary>Its order came to nothing on the gateway's page.</summary>
    internal async Task LapseAsync(LockedCredits credits, Order order, CancellationToken cancel)
    {
        var topUp = await db.TopUps.SingleAsync(t => t.OrderId == order.Id, cancel);
        await FailAsync(credits, topUp, order, TopUpState.Expired, null, cancel);
    }

    internal static void SwitchOff(LockedCredits credits, AutoTopUp agreed, TopUpOff why)
    {
        agreed.TrySwitchOff(why, credits.At);
        credits.Account.TopUpWhenBelow(null);
    }

    private Task<Guid?> ChangeAsync(TopUp topUp, Func<LockedCredits, TopUp, Order, Task<Guid?>> change, CancellationToken cancel) => ledger.ChangeAsync(topUp.AccountId, async credits =>
        await change(credits, await db.TopUps.SingleAsync(t => t.OrderId == topUp.OrderId, cancel), await db.Orders.SingleAsync(o => o.Id == topUp.OrderId, cancel)), cancel);

    private async Task<Guid?> FailAsync(LockedCredits credits, TopUp topUp, Order order, TopUpState state, TopUpOff? off, CancellationToken cancel)
    {
        if (!topUp.TryEnd(state, credits.At)) return null;

        order.TryEnd(OrderState.Failed, credits.At);
        var agreed = await db.AutoTopUps.SingleOrDefaultAsync(a => a.AccountId == topUp.AccountId, cancel);
        var wasOn = agreed is { IsOn: true };
        if (off is null) agreed?.Decline(credits.At);
        if (wasOn && (off ?? agreed!.Off) is { } why) SwitchOff(credits, agreed!, why);

        // Who let their time pass knows that nothing came.
        if (wasOn && !agreed!.IsOn) return await news.TellTopUpAsync(order.UserId, TopUpNews.Off, order.Total, order.Id, cancel);
        return state == TopUpState.Expired ? null : await news.TellTopUpAsync(order.UserId, TopUpNews.Declined, order.Total, order.Id, cancel);
    }
}
