using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>What was put away and is still to be found.</summary>
public sealed class ArchiveModel(MyChats chats) : PageModel
{
    public ChatList List { get; private set; } = ChatList.Nobodys;
    public bool IsLater { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken cancel)
    {
        var place = ChatPlace.Read(after);
        if (place is null && !string.IsNullOrEmpty(after)) return BadRequest();

        (List, IsLater) = (await chats.PutAwayAsync(place, cancel), place is not null);
        return Page();
    }
}
