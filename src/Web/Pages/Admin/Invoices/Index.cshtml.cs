using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Billing;

namespace SaaSChat.Web.Pages.Admin.Invoices;

public sealed class IndexModel(AppDbContext db) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public GatewayInvoiceState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<AdminInvoiceRow> Rows { get; private set; } = [];
    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Q?.Length > PaymentFilter.LongestSearch) return;

        var search = new InvoiceSearch(State, Domain.Billing.Currency.Find(Currency ?? ""), Q);
        var after = After is { } id ? await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) : null;

        // One more than is shown tells whether there is another page.
        var found = await search.In(db, after).AsNoTracking().Take(PageSize + 1)
            .Select(i => new AdminInvoiceRow(i, db.Users.Where(u => db.Accounts.Any(a => a.Id == i.AccountId && a.OwnerId == u.Id)).Select(u => u.Email).FirstOrDefault())).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Rows[^1].Invoice.Id;
    }
}

/// <param name="Invoice">What was to be paid.</param>
/// <param name="Email">Of whose account it is, while they have one.</param>
public sealed record AdminInvoiceRow(Invoice Invoice, string? Email);
