using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Ends an answer that is being written, on whichever node: what was produced is kept and charged.</summary>
public sealed class StopModel(AppDbContext db, Answers answers, CurrentAsker current, TimeProvider clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid MessageId { get; set; }

    public IActionResult OnGet() => Redirect($"/chat/{Id}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var theirs = db.Messages.In(Id).OwnedBy(db.Conversations, current.Id ?? Guid.Empty).Where(m => m.Id == MessageId);
        if (!await theirs.AnyAsync(cancel)) return NotFound();

        await answers.StopAsync(theirs, clock.UtcNow(), cancel);
        return Request.IsHtmx() ? new NoContentResult() : Redirect($"/chat/{Id}");
    }
}
