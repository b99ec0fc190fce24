using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Chats.Moving;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Imports;

/// <summary>What would come in, and the word that it shall.</summary>
public sealed class ShowModel(ChatImports imports, CurrentAsker asker, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    public const int Shown = 100;

    [FromRoute]
    public Guid Id { get; set; }

    public ImportPreview Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await imports.PreviewAsync(me.Id, Id, cancel) is not { } preview) return NotFound();

        Preview = preview;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await asker.FindAsync(cancel) is not { } owner || await imports.ConfirmAsync(owner, Id, cancel) is not { } count) return NotFound();

        this.Toast(text.Count("Moving.Import.Done", count, fmt));
        return Redirect("/chat/all");
    }
}
