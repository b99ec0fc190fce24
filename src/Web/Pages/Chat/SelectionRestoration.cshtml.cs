using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Takes back what was deleted together.</summary>
public sealed class SelectionRestorationModel(Shelf shelf, MyChats chats, CurrentAsker asker, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    public async Task<IActionResult> OnPostAsync([FromQuery] IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        if (asker.Id is not { } owner || ids.Count is 0 or > Shelf.MostAtOnce) return NotFound();

        this.Toast(text.Count("Selection.Restored", await shelf.TakeBackAsync(owner, ids, cancel), fmt));
        return Request.IsHtmx() ? Partial("_Chats", await chats.FirstAsync(0, cancel)) : Redirect("/chat/all");
    }
}
