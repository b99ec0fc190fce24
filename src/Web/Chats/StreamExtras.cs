using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Chats;

/// <summary>What changes around an answer when it has ended: the balance, and a little later the title.</summary>
public sealed class StreamExtras(AppDbContext db, CurrentUser me, MyWallet wallets, CurrentAsker current, Fragments fragments)
{
    internal async Task<string> WriteAsync(HttpContext http, ShownMessage message, CancellationToken cancel)
    {
        var html = new StringBuilder("<hx-partial hx-target=\"#wallet\" hx-swap=\"outerHTML\">");
        if (me.IsSignedIn && await wallets.ReadAsync(cancel) is { } wallet) html.Append(await fragments.WriteAsync(http, "/Pages/Shared/_Wallet.cshtml", wallet));
        else if (await current.TrialAsync(cancel) is { } trial) html.Append(await fragments.WriteAsync(http, "/Pages/Shared/_GuestWallet.cshtml", trial));
        html.Append("</hx-partial>");

        // A title is written after the first answer, by a call of its own.
        if (me.IsSignedIn && await db.Conversations.AnyAsync(c => c.Id == message.ConversationId && c.TitledBy == TitleOrigin.FirstWords, cancel))
            html.Append(CultureInfo.InvariantCulture, $"<hx-partial hx-target=\"#title-watch\" hx-swap=\"innerHTML\"><i hx-get=\"/chat/{message.ConversationId}/heading\" hx-trigger=\"load delay:2500ms\" hx-target=\"#chat-title\" hx-swap=\"outerHTML\"></i></hx-partial>");
        return html.ToString();
    }
}
