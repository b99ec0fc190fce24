using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Puts it out of the list, or back into it.</summary>
public sealed class ArchivalModel(Shelf shelf, MyChats chats, CurrentAsker asker, OpenChat open, IStringLocalizer<Text> text) : ConversationPage(shelf, chats, asker, open)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Shelf.ChangeAsync(Me, Id, Turn, cancel) is not { } turned) return NotFound();

        var news = text[turned.ArchivedAt is null ? "Chats.Unarchived" : "Chats.Archived"];
        if (turned.ArchivedAt is not null && IsOpen)
        {
            this.ToastNext(new Toast(news, ToastKind.Success));
            return this.GoTo(NewChat);
        }

        this.Toast(news);
        return await BackAsync(cancel);
    }

    private static void Turn(Conversation conversation, DateTime at)
    {
        if (conversation.ArchivedAt is null) conversation.Archive(at);
        else conversation.Unarchive();
    }
}
