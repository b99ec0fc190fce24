using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Infrastructure.Chats.Sharing;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Shares;

/// <summary>Whoever is not signed in comes back here once they are.</summary>
public sealed class ContinuationModel(SharedChats shared, CurrentAsker asker) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    public Share Share { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await shared.FindAsync(Token, cancel) is not { } share) return NotFound();

        Share = share;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid clientId, CancellationToken cancel)
    {
        if (await asker.FindAsync(cancel) is not { } me) return NotFound();

        return await shared.CopyAsync(me, Token, clientId, cancel) is { } copy ? Redirect($"/chat/{copy}") : NotFound();
    }
}
