using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Billing;

/// <summary>Everything that became of one payment or one invoice of a plan, in the order in which it happened: the order, what the gateway announced, what moved in the ledger, what was given back.</summary>
public sealed class PaymentStories(AppDbContext db, PlanNames names, IStringLocalizer<Text> text, Fmt fmt)
{
    private const int MostLines = 200;

    public async Task<PaymentStory?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } payment) return null;

        var order = await db.Orders.AsNoTracking().SingleAsync(o => o.Id == payment.OrderId, cancel);
        List<StoryLine> lines =
        [
            new(order.PlacedAt, text[order.IsTopUp ? "Admin.Payments.Story.TopUp" : "Admin.Payments.Story.Placed"], fmt.Money(order.Total)),
            new(payment.PaidAt, text["Admin.Payments.Story.Paid"], fmt.Money(payment.Amount)),
            .. await AnnouncedAsync([payment.GatewayId, order.CheckoutId], cancel),
            .. await MovedAsync(payment.CreditKey, cancel),
            .. await RefundedAsync(PaidSum.Of(payment), cancel),
        ];
        return new PaymentStory(payment, order, await EmailAsync(payment.AccountId, cancel), [.. lines.OrderBy(l => l.At)]);
    }

    public async Task<InvoiceStory?> FindInvoiceAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } invoice) return null;

        var subscription = await db.Subscriptions.AsNoTracking().SingleAsync(s => s.Id == invoice.SubscriptionId, cancel);
        List<StoryLine> lines =
        [
            new(subscription.PlacedAt, text["Admin.Payments.Story.Subscribed"], names.TermsOf(subscription.Terms, fmt)),
            new(invoice.At, text["Admin.Payments.Story.Invoiced"], fmt.Money(invoice.Total)),
            .. await AnnouncedAsync([invoice.GatewayId, invoice.PaymentId], cancel),
            .. await MovedAsync(invoice.CreditKey, cancel),
            .. await RefundedAsync(PaidSum.Of(invoice), cancel),
        ];
        if (subscription.EndedAt is { } ended) lines.Add(new(ended, text["Admin.Payments.Story.Ended"], null));
        return new InvoiceStory(invoice, subscription, await EmailAsync(invoice.AccountId, cancel), [.. lines.OrderBy(l => l.At)]);
    }

    private Task<string?> EmailAsync(Guid accountId, CancellationToken cancel) =>
        db.Users.Where(u => db.Accounts.Any(a => a.Id == accountId && a.OwnerId == u.Id)).Select(u => u.Email).SingleOrDefaultAsync(cancel);

    private async Task<IEnumerable<StoryLine>> AnnouncedAsync(IReadOnlyList<string?> ids, CancellationToken cancel)
    {
        var known = ids.OfType<string>().ToList();
        var events = await db.PaymentEvents.AsNoTracking().Where(e => known.Contains(e.ObjectId!)).OrderBy(e => e.ReceivedAt).Take(MostLines).ToListAsync(cancel);
        return events.Select(e => new StoryLine(e.ReceivedAt, text["Admin.Payments.Story.Event", text[$"Admin.Webhooks.State.{e.State}"]], e.Type));
    }

    private async Task<IEnumerable<StoryLine>> MovedAsync(string creditKey, CancellationToken cancel)
    {
        if (await db.CreditGrants.AsNoTracking().SingleOrDefaultAsync(g => g.SourceKey == creditKey, cancel) is not { } grant) return [];

        // What was spent is its owner's; a claw may have found nothing left of the grant.
        var claws = $"claw:{grant.Id:N}:";
        var entries = await db.CreditEntries.AsNoTracking().Where(e => e.AccountId == grant.AccountId && e.Reason != CreditReason.Settle && e.Reason != CreditReason.Repayment
            && (e.Allocations.Any(a => a.GrantId == grant.Id) || e.Key.StartsWith(claws))).OrderBy(e => e.Seq).Take(MostLines).ToListAsync(cancel);
        return entries.Select(e => new StoryLine(e.At, text[$"Credits.Reason.{e.Reason}"], fmt.Change(e.Amount)));
    }

    private async Task<IEnumerable<StoryLine>> RefundedAsync(PaidSum paid, CancellationToken cancel)
    {
        var refunds = await db.Refunds.AsNoTracking().Where(r => r.PaymentId == paid.Id || r.InvoiceId == paid.Id).OrderBy(r => r.AskedAt).Take(MostLines).ToListAsync(cancel);
        return refunds.Select(r => new StoryLine(r.AskedAt, text[$"Admin.Refunds.State.{r.State}"], fmt.Money(paid.Amount with { Minor = r.AmountMinor })));
    }
}

public sealed record PaymentStory(Payment Payment, Order Order, string? Email, IReadOnlyList<StoryLine> Lines);

public sealed record InvoiceStory(Invoice Invoice, Subscription Subscription, string? Email, IReadOnlyList<StoryLine> Lines);

/// <param name="At">When.</param>
/// <param name="What">In a few words.</param>
/// <param name="Detail">A sum, or the gateway's own word.</param>
public sealed record StoryLine(DateTime At, string What, string? Detail);
