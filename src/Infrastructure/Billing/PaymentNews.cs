using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Tells a buyer what became of their money, beside the change itself: told and done, or neither. Whoever has left is told nothing.</summary>
public sealed class PaymentNews(AppDbContext db, Outbox outbox, TimeProvider clock)
{
    internal async Task TellPaidAsync(Order order, Payment payment, Booking booking, CancellationToken cancel)
    {
        if (await ReaderAsync(order.UserId, cancel) is not { } reader) return;
        Notify(order, NoticeKind.Bought, $"bought:{payment.Id:N}", payment.Credits);
        booking.Letters.Add(Write(order.IsTopUp ? MailKind.TopUpCharged : MailKind.PaymentReceipt, reader, payment, payment.Amount));
    }

    internal async Task TellRefundedAsync(Order order, Payment payment, Money back, Booking booking, CancellationToken cancel)
    {
        if (await ReaderAsync(order.UserId, cancel) is not { } reader) return;
        Notify(order, NoticeKind.Refunded, string.Create(CultureInfo.InvariantCulture, $"refunded:{payment.Id:N}:{payment.RefundedMinor}"), 0);
        booking.Letters.Add(Write(MailKind.PaymentRefunded, reader, payment, back));
    }

    /// <summary>The letter's id, once the change is saved.</summary>
    internal async Task<Guid?> TellTopUpAsync(Guid userId, TopUpNews what, Money sum, Guid about, CancellationToken cancel)
    {
        if (await ReaderAsync(userId, cancel) is not { } reader) return null;
        var (notice, letter, path) = what switch
        {
            TopUpNews.Declined => (NoticeKind.TopUpDeclined, MailKind.TopUpDeclined, "/billing/top-up"),
            TopUpNews.NeedsOwner => (NoticeKind.TopUpNeedsYou, MailKind.TopUpNeedsYou, $"/billing/top-up/{about}"),
            _ => (NoticeKind.TopUpOff, MailKind.TopUpOff, "/billing/top-up"),
        };
        db.Notices.Add(Notice.Of(userId, notice, $"{notice}:{about:N}", $"{about}", 0, clock.UtcNow()));
        return Write(letter, reader, sum, path);
    }

    internal Task TellFrozenAsync(Order order, Payment payment, CancellationToken cancel) => NotifyAsync(order, payment, NoticeKind.CreditsFrozen, cancel);

    internal Task TellThawedAsync(Order order, Payment payment, CancellationToken cancel) => NotifyAsync(order, payment, NoticeKind.CreditsThawed, cancel);

    private async Task NotifyAsync(Order order, Payment payment, NoticeKind kind, CancellationToken cancel)
    {
        if (await ReaderAsync(order.UserId, cancel) is not null) Notify(order, kind, string.Create(CultureInfo.InvariantCulture, $"{kind}:{payment.Id:N}:{payment.Freezes}"), 0);
    }

    private void Notify(Order order, NoticeKind kind, string key, long credits) =>
        db.Notices.Add(Notice.Of(order.UserId, kind, key, $"{order.Id}", credits, clock.UtcNow()));

    private Guid Write(MailKind kind, Reader reader, Payment payment, Money sum) => Write(kind, reader, sum, $"/{reader.Language}/receipts/{payment.Id}");

    private Guid Write(MailKind kind, Reader reader, Money sum, string path) =>
        outbox.Write(kind, reader.Email, reader.Language, new MailArguments { Name = reader.Name, Label = sum.ToWords(), Path = path });

    private Task<Reader?> ReaderAsync(Guid userId, CancellationToken cancel) =>
        db.Users.AsNoTracking().Where(u => u.Id == userId && u.DeletedAt == null).Select(u => new Reader(u.Email!, u.Name, u.Language)).SingleOrDefaultAsync(cancel);

    private sealed record Reader(string Email, string Name, string Language);
}

internal enum TopUpNews
{
    Declined,
    NeedsOwner,

    /// <summary>It does not come by itself any more.</summary>
    Off,
}
