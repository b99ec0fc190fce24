using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Shows another of the messages in one place, and the branch that was grown last from it.</summary>
public sealed class ChoiceModel(AppDbContext db, Shelf shelf, CurrentAsker current) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid MessageId { get; set; }

    public IActionResult OnGet() => Redirect($"/chat/{Id}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (current.Id is not { } userId) return NotFound();

        var tree = await db.Messages.OwnedBy(db.Conversations, userId).TreeAsync(Id, cancel);
        if (!tree.Has(MessageId)) return NotFound();
        if (await shelf.ChangeAsync(userId, Id, (c, _) => c.Show(tree.LeafUnder(MessageId)), cancel) is null) return NotFound();

        return await this.ThreadAsync(db, Id, userId, cancel);
    }
}
