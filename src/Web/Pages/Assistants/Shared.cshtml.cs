using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Assistants;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Assistants;

/// <summary>A new chat with an assistant that somebody shares; a link that has ended leads nowhere.</summary>
public sealed class SharedModel(NewChats chats) : PageModel
{
    public NewChat New { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string link, [FromQuery] string? text, CancellationToken cancel)
    {
        if (!AssistantLink.IsWellFormed(link) || await chats.WithAsync(link, text, cancel) is not { } begun) return NotFound();

        Response.Headers["X-Robots-Tag"] = "noindex";
        New = begun;
        return Page();
    }
}
