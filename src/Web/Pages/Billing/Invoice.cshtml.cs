using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Pages.Billing;

/// <summary>Our own receipt of what a plan cost for a period, to be printed, in the language of the path.</summary>
public sealed class InvoiceModel(MyPlan plan, IOptions<SellerOptions> seller) : PageModel
{
    public SellerOptions Seller => seller.Value;
    public Invoice Paid { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await plan.InvoiceAsync(id, cancel) is not { State: GatewayInvoiceState.Paid, PlanKey: not null } invoice) return NotFound();

        Paid = invoice;
        return Page();
    }
}
