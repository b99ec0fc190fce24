using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Nobody is asked whether they are sure: the news of it takes it back.</summary>
public sealed class DeletionModel(Shelf shelf, MyChats chats, CurrentAsker asker, OpenChat open, IStringLocalizer<Text> text) : ConversationPage(shelf, chats, asker, open)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Shelf.ThrowAwayAsync(Me, Id, cancel) is null) return NotFound();

        var news = new Toast(text["Chats.Deleted"], ToastKind.Success, new ToastAction(text["Chats.Undo"], $"/chat/{Id}/restoration"));
        if (Request.IsHtmx() && !IsOpen)
        {
            Response.TriggerToast(news);
            return await BackAsync(cancel);
        }

        this.ToastNext(news);
        return this.GoTo(Request.IsHtmx() ? NewChat : AllChats);
    }
}
