using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Keeps it on top, or lets it go where its time puts it.</summary>
public sealed class PinModel(Shelf shelf, MyChats chats, CurrentAsker asker, OpenChat open, IStringLocalizer<Text> text) : ConversationPage(shelf, chats, asker, open)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Shelf.ChangeAsync(Me, Id, (c, _) => c.TurnPin(), cancel) is not { } turned) return NotFound();

        this.Toast(text[turned.IsPinned ? "Chats.Pinned" : "Chats.Unpinned"]);
        return await BackAsync(cancel);
    }
}
