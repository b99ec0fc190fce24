using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>The title alone, for the page that waits for a better one.</summary>
public sealed class HeadingModel(Shelf shelf, CurrentAsker current) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await shelf.FindAsync(current.Id ?? Guid.Empty, Id, cancel) is not { } conversation) return NotFound();

        return Request.IsHtmx() ? Partial("_Heading", conversation) : Redirect($"/chat/{Id}");
    }
}
