using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Billing;

namespace SaaSChat.Web.Pages.Admin.Payments;

public sealed class IndexModel(AppDbContext db) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public PaymentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<AdminPaymentRow> Rows { get; private set; } = [];
    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Q?.Length > PaymentFilter.LongestSearch) return;

        var search = new PaymentSearch(State, Domain.Billing.Currency.Find(Currency ?? ""), Q);
        var after = After is { } id ? await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) : null;

        // One more than is shown tells whether there is another page.
        var found = await search.In(db, after).AsNoTracking().Take(PageSize + 1)
            .Select(p => new AdminPaymentRow(p, db.Users.Where(u => db.Accounts.Any(a => a.Id == p.AccountId && a.OwnerId == u.Id)).Select(u => u.Email).FirstOrDefault())).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Rows[^1].Payment.Id;
    }
}

/// <param name="Payment">What came.</param>
/// <param name="Email">Of whose account it is, while they have one.</param>
public sealed record AdminPaymentRow(Payment Payment, string? Email);
