using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Asked by htmx, it answers the side bar's list, or the part of it that comes next.</summary>
public sealed class AllModel(MyChats chats) : PageModel
{
    public ChatList List { get; private set; } = ChatList.Nobodys;
    public bool IsLater { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after, IReadOnlyList<int>? shown, CancellationToken cancel)
    {
        var place = ChatPlace.Read(after);
        if (place is null && !string.IsNullOrEmpty(after)) return BadRequest();

        var before = shown?.DefaultIfEmpty().Max() ?? 0;
        IsLater = place is not null;
        List = place is null ? await chats.FirstAsync(before, cancel) : await chats.AfterAsync(place, before, cancel);
        return !Request.IsHtmx() ? Page() : Partial(IsLater ? "_ChatGroups" : "_Chats", List);
    }
}
