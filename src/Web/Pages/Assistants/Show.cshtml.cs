using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Assistants;

/// <summary>A new chat with an assistant: one's own, or one of the house's.</summary>
public sealed class ShowModel(NewChats chats) : PageModel
{
    public NewChat New { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] string? text, CancellationToken cancel)
    {
        if (await chats.WithAsync($"{id}", text, cancel) is not { } begun) return NotFound();

        New = begun;
        return Page();
    }
}
