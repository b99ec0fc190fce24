using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Billing;
using SaaSChat.Web.Billing;

namespace SaaSChat.Web.Pages.Billing;

public sealed class IndexModel(MyPayments payments) : PageModel
{
    private const int MostPages = 1_000;

    public IReadOnlyList<PaidOrder> Paid { get; private set; } = [];
    public IReadOnlyList<Order> Awaited { get; private set; } = [];
    public int Number { get; private set; } = 1;
    public bool HasOlder { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? older, CancellationToken cancel)
    {
        if (!ModelState.IsValid || older is < 1 or > MostPages) return NotFound();

        Number = older ?? 1;
        var found = await payments.ListAsync(Number, cancel);
        (Paid, HasOlder) = ([.. found.Take(MyPayments.PageSize)], found.Count > MyPayments.PageSize);
        Awaited = await payments.AwaitedAsync(cancel);
        return Page();
    }
}
