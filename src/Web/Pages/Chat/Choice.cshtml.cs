using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Shows another of the messages in one place, and the branch that was grown last from it.</summary>
public sealed class ChoiceModel(AppDbContext db, CurrentAsker current) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid MessageId { get; set; }

    public IActionResult OnGet() => Redirect($"/chat/{Id}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (current.Id is not { } userId || !await db.Conversations.OwnedBy(userId).AnyAsync(c => c.Id == Id, cancel)) return NotFound();

        var tree = await db.Messages.TreeAsync(Id, cancel);
        if (!tree.Has(MessageId)) return NotFound();

        var leaf = tree.LeafUnder(MessageId);
        await db.Conversations.OwnedBy(userId).Where(c => c.Id == Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.LeafId, leaf).BumpVersion(db), cancel);
        return await this.ThreadAsync(db, Id, userId, cancel);
    }
}
