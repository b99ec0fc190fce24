using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Chats.Tags;
using SaaSChat.Infrastructure.Chats.Tags;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Tags;

public sealed class DeletionModel(TagShelf shelf, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Tag Tag { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await shelf.FindAsync(me.Id, Id, cancel) is not { } tag) return NotFound();

        Tag = tag;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await shelf.DeleteAsync(me.Id, Id, cancel)) return NotFound();

        this.Toast(text["Tags.Deleted"]);
        return Redirect("/tags");
    }
}
