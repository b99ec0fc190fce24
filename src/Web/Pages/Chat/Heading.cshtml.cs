using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>The title alone, for the page that waits for a better one.</summary>
public sealed class HeadingModel(AppDbContext db, CurrentAsker current) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Conversations.AsNoTracking().OwnedBy(current.Id ?? Guid.Empty).SingleOrDefaultAsync(c => c.Id == Id, cancel) is not { } conversation) return NotFound();

        return Request.IsHtmx() ? Partial("_Heading", conversation) : Redirect($"/chat/{Id}");
    }
}
