using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats.Sharing;

namespace SaaSChat.Web.Pages.Shares;

/// <summary>For whoever has the link, and for no search engine.</summary>
public sealed class ShowModel(SharedChats shared) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [FromQuery]
    public int Pass { get; set; }

    public SharedChat Chat { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (Pass < 0 || await shared.ReadAsync(Token, Pass, cancel) is not { } chat) return NotFound();

        // Whoever comes back after it was revoked must not find it in their browser.
        Response.Headers.CacheControl = "no-store";
        Chat = chat;
        return Page();
    }
}
