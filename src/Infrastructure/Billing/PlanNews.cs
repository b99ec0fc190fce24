using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Tells a subscriber what became of their plan, beside the change itself: told and done, or neither. Whoever has left is told nothing.</summary>
public sealed class PlanNews(AppDbContext db, Outbox outbox, TimeProvider clock)
{
    private const string PlanPath = "/billing/plan";

    internal async Task TellAsync(Subscription subscription, SubscriptionTurn turn, Booking booking, CancellationToken cancel)
    {
        if (turn == SubscriptionTurn.None || await ReaderAsync(subscription, cancel) is not { } reader) return;

        var plan = turn == SubscriptionTurn.Ended ? PlanCatalogue.FreeKey : subscription.PlanKey;
        if (turn == SubscriptionTurn.FellDue)
        {
            Notify(subscription, NoticeKind.PlanPaymentFailed, plan, 0);
            booking.Letters.Add(Write(MailKind.PlanPaymentFailed, reader, subscription.Price.ToWords(), PlanPath));
            return;
        }

        Notify(subscription, NoticeKind.PlanChanged, plan, 0);

        // Whoever begins gets a receipt, which says the same.
        if (turn != SubscriptionTurn.Began) booking.Letters.Add(Write(MailKind.PlanChanged, reader, plan, PlanPath));
    }

    internal async Task TellPaidAsync(Subscription subscription, Invoice invoice, Booking booking, CancellationToken cancel)
    {
        if (await ReaderAsync(subscription, cancel) is not { } reader) return;
        Notify(subscription, NoticeKind.Bought, $"{invoice.Id}", invoice.Credits);
        booking.Letters.Add(Write(MailKind.PlanReceipt, reader, invoice.Total.ToWords(), $"/{reader.Language}/invoices/{invoice.Id}"));
    }

    internal async Task TellRefundedAsync(Subscription subscription, Invoice invoice, Money back, Booking booking, CancellationToken cancel)
    {
        if (await ReaderAsync(subscription, cancel) is not { } reader) return;
        Notify(subscription, NoticeKind.Refunded, $"{invoice.Id}", 0);
        booking.Letters.Add(Write(MailKind.PaymentRefunded, reader, back.ToWords(), $"/{reader.Language}/invoices/{invoice.Id}"));
    }

    // Of one look at a subscription there is one piece of each kind of news of one subject.
    private void Notify(Subscription subscription, NoticeKind kind, string subject, long credits) => db.Notices.Add(Notice.Of(
        subscription.UserId, kind, string.Create(CultureInfo.InvariantCulture, $"{kind}:{subscription.Id:N}:{subscription.Looks}:{subject}"), subject, credits, clock.UtcNow()));

    private Guid Write(MailKind kind, Reader reader, string label, string path) =>
        outbox.Write(kind, reader.Email, reader.Language, new MailArguments { Name = reader.Name, Label = label, Path = path });

    private Task<Reader?> ReaderAsync(Subscription subscription, CancellationToken cancel) => db.Users.AsNoTracking()
        .Where(u => u.Id == subscription.UserId && u.DeletedAt == null).Select(u => new Reader(u.Email!, u.Name, u.Language)).SingleOrDefaultAsync(cancel);

    private sealed record Reader(string Email, string Name, string Language);
}
