using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Takes a conversation back that was deleted, as long as it is not gone for good.</summary>
public sealed class RestorationModel(Shelf shelf, MyChats chats, CurrentAsker asker, OpenChat open, IStringLocalizer<Text> text) : ConversationPage(shelf, chats, asker, open)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Shelf.TakeBackAsync(Me, Id, cancel) is null) return NotFound();

        this.Toast(text["Chats.Restored"]);
        return await BackAsync(cancel);
    }

    protected override Task<Conversation?> FindAsync(CancellationToken cancel) => Shelf.FindThrownAwayAsync(Me, Id, cancel);
}
