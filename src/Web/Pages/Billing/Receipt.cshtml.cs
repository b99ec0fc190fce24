using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Pages.Billing;

/// <summary>Our own receipt of a payment, to be printed, in the language of the path.</summary>
public sealed class ReceiptModel(MyPayments payments, IOptions<SellerOptions> seller) : PageModel
{
    public SellerOptions Seller => seller.Value;
    public PaidOrder Paid { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await payments.FindAsync(id, cancel) is not { } paid) return NotFound();

        Paid = paid;
        return Page();
    }
}
