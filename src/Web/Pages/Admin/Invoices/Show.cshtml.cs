using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Web.Billing;

namespace SaaSChat.Web.Pages.Admin.Invoices;

public sealed class ShowModel(PaymentStories stories) : PageModel
{
    public InvoiceStory Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await stories.FindInvoiceAsync(id, cancel) is not { } story) return NotFound();

        Story = story;
        return Page();
    }
}
