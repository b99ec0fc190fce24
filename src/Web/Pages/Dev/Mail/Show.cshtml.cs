using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Web.Mail;

namespace SaaSChat.Web.Pages.Dev.Mail;

public sealed class ShowModel(DevelopmentOutbox outbox) : PageModel
{
    public KeptLetter Kept { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid letter, CancellationToken cancel)
    {
        if (await outbox.FindAsync(letter, cancel) is not { } kept) return NotFound();

        Kept = kept;
        Response.Headers.ContentSecurityPolicy = LetterFrame.PagePolicy;
        return Page();
    }
}
