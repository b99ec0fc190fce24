using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Billing;

/// <summary>Everything that became of one payment, in the order in which it happened: the order, what the gateway announced, what moved in the ledger, what was given back.</summary>
public sealed class PaymentStories(AppDbContext db, IStringLocalizer<Text> text, Fmt fmt)
{
    private const int MostLines = 200;

    public async Task<PaymentStory?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } payment) return null;

        var order = await db.Orders.AsNoTracking().SingleAsync(o => o.Id == payment.OrderId, cancel);
        var email = await db.Users.Where(u => db.Accounts.Any(a => a.Id == payment.AccountId && a.OwnerId == u.Id)).Select(u => u.Email).SingleOrDefaultAsync(cancel);
        List<StoryLine> lines =
        [
            new(order.PlacedAt, text[order.IsTopUp ? "Admin.Payments.Story.TopUp" : "Admin.Payments.Story.Placed"], fmt.Money(order.Total)),
            new(payment.PaidAt, text["Admin.Payments.Story.Paid"], fmt.Money(payment.Amount)),
            .. await AnnouncedAsync(payment, order, cancel),
            .. await MovedAsync(payment, cancel),
            .. await RefundedAsync(payment, cancel),
        ];
        return new PaymentStory(payment, order, email, [.. lines.OrderBy(l => l.At)]);
    }

    private async Task<IEnumerable<StoryLine>> AnnouncedAsync(Payment payment, Order order, CancellationToken cancel)
    {
        var events = await db.PaymentEvents.AsNoTracking().Where(e => e.ObjectId == payment.GatewayId || e.ObjectId == order.CheckoutId).OrderBy(e => e.ReceivedAt).Take(MostLines).ToListAsync(cancel);
        return events.Select(e => new StoryLine(e.ReceivedAt, text["Admin.Payments.Story.Event", text[$"Admin.Webhooks.State.{e.State}"]], e.Type));
    }

    private async Task<IEnumerable<StoryLine>> MovedAsync(Payment payment, CancellationToken cancel)
    {
        if (await db.CreditGrants.AsNoTracking().SingleOrDefaultAsync(g => g.SourceKey == payment.CreditKey, cancel) is not { } grant) return [];

        // What was spent is its owner's; a claw may have found nothing left of the grant.
        var claws = $"claw:{grant.Id:N}:";
        var entries = await db.CreditEntries.AsNoTracking().Where(e => e.AccountId == grant.AccountId && e.Reason != CreditReason.Settle && e.Reason != CreditReason.Repayment
            && (e.Allocations.Any(a => a.GrantId == grant.Id) || e.Key.StartsWith(claws))).OrderBy(e => e.Seq).Take(MostLines).ToListAsync(cancel);
        return entries.Select(e => new StoryLine(e.At, text[$"Credits.Reason.{e.Reason}"], fmt.Change(e.Amount)));
    }

    private async Task<IEnumerable<StoryLine>> RefundedAsync(Payment payment, CancellationToken cancel)
    {
        var refunds = await db.Refunds.AsNoTracking().Where(r => r.PaymentId == payment.Id).OrderBy(r => r.AskedAt).Take(MostLines).ToListAsync(cancel);
        return refunds.Select(r => new StoryLine(r.AskedAt, text[$"Admin.Refunds.State.{r.State}"], fmt.Money(payment.Amount with { Minor = r.AmountMinor })));
    }
}

public sealed record PaymentStory(Payment Payment, Order Order, string? Email, IReadOnlyList<StoryLine> Lines);

/// <param name="At">When.</param>
/// <param name="What">In a few words.</param>
/// <param name="Detail">A sum, or the gateway's own word.</param>
public sealed record StoryLine(DateTime At, string What, string? Detail);
