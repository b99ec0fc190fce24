using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Users;

public sealed class PaymentsModel(AppDbContext db, TimeProvider clock) : UserPage(db, clock)
{
    private const int MostShown = 100;

    public Subscription? Subscription { get; private set; }
    public IReadOnlyList<Payment> Payments { get; private set; } = [];
    public IReadOnlyList<Invoice> Invoices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Subscription = await Db.Subscriptions.AsNoTracking().OwnedBy(Row.AccountId).NotOver().SingleOrDefaultAsync(cancel);
        Payments = await Db.Payments.AsNoTracking().OwnedBy(Row.AccountId).OrderByDescending(p => p.PaidAt).Take(MostShown).ToListAsync(cancel);
        Invoices = await Db.Invoices.AsNoTracking().OwnedBy(Row.AccountId).OrderByDescending(i => i.At).Take(MostShown).ToListAsync(cancel);
        return Page();
    }
}
