using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Exports;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Usage.Exports;

/// <summary>A file that is being written, or can be fetched.</summary>
public sealed class ShowModel(MyExports exports) : PageModel
{
    public Export Export { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await exports.FindAsync(id, cancel) is not { } export) return NotFound();

        Export = export;
        return Request.IsHtmx() ? Partial("_Progress", export) : Page();
    }
}
