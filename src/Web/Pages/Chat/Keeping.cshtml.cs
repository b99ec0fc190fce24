using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>A temporary chat becomes one that stays and stands in the list.</summary>
public sealed class KeepingModel(Shelf shelf, CurrentAsker asker, IStringLocalizer<Text> text) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect($"/chat/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await shelf.ChangeAsync(asker.Id ?? Guid.Empty, id, (c, _) => c.Stay(), cancel) is null) return NotFound();

        this.Toast(text["Chat.Temporary.Kept"]);
        return Redirect($"/chat/{id}");
    }
}
