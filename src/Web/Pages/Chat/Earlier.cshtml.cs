using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>The screens before those that are shown.</summary>
public sealed class EarlierModel(AppDbContext db, CurrentAsker current) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid MessageId { get; set; }

    public ChatThread Thread { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (current.Id is not { } userId || await db.ThreadAsync(Id, userId, MessageId, cancel) is not { } thread) return NotFound();

        Thread = thread;
        return Request.IsHtmx() ? Partial("_Messages", thread) : Page();
    }
}
