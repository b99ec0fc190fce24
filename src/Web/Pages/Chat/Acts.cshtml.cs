using Microsoft.AspNetCore.Mvc;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>What may be done with a conversation. Asked by htmx, it is the menu of its row.</summary>
public sealed class ActsModel(Shelf shelf, MyChats chats, CurrentAsker asker, OpenChat open) : ConversationPage(shelf, chats, asker, open)
{
    protected override IActionResult Shows() => Request.IsHtmx() ? Partial("_ChatActs", new ChatActs(Row, InPlace: true)) : Page();
}
