using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Billing;

/// <summary>Orders and payments of whoever is signed in. Somebody else's are not there.</summary>
public sealed class MyPayments(AppDbContext db, CurrentUser me)
{
    public const int PageSize = 25;

    private IQueryable<Order> Orders => db.Orders.AsNoTracking().OwnedBy(me.AccountId);
    private IQueryable<Payment> Payments => db.Payments.AsNoTracking().OwnedBy(me.AccountId);

    public Task<Order?> OrderAsync(Guid id, CancellationToken cancel) => Orders.SingleOrDefaultAsync(o => o.Id == id, cancel);

    /// <summary>The payment that an order was credited by.</summary>
    public Task<Payment?> OfOrderAsync(Guid orderId, CancellationToken cancel) => Payments.SingleOrDefaultAsync(p => p.OrderId == orderId && p.Credits > 0, cancel);

    public Task<PaidOrder?> FindAsync(Guid paymentId, CancellationToken cancel) => Joined(Payments.Where(p => p.Id == paymentId)).SingleOrDefaultAsync(cancel);

    /// <summary>The latest first, from a page's number on; one more than a page tells that there are others.</summary>
    public async Task<IReadOnlyList<PaidOrder>> ListAsync(int page, CancellationToken cancel) =>
        await Joined(Payments.OrderByDescending(p => p.PaidAt).ThenBy(p => p.CreditKey).Skip((page - 1) * PageSize).Take(PageSize + 1)).ToListAsync(cancel);

    /// <summary>Paid by a method that takes its time.</summary>
    public async Task<IReadOnlyList<Order>> AwaitedAsync(CancellationToken cancel) => await Orders.Where(o => o.State == OrderState.Awaited).OrderByDescending(o => o.PlacedAt).ToListAsync(cancel);

    private IQueryable<PaidOrder> Joined(IQueryable<Payment> payments) =>
        payments.Join(db.Orders.AsNoTracking(), p => p.OrderId, o => o.Id, (p, o) => new PaidOrder(p, o));
}

public sealed record PaidOrder(Payment Payment, Order Order);
