using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Chats.Sharing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.Pages.Shares;

/// <summary>The link to one conversation: made, or made to show it as it is now. Asked by htmx, it answers the dialog.</summary>
[Needs(Feature.Sharing)]
public sealed class ConversationModel(Shelf shelf, Infrastructure.Chats.Sharing.Shares shares, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Share? Share { get; private set; }
    public string? Token { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input.Named = Share?.Author is not null;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Shown();

        var outcome = await shares.ShareAsync(me.Id, Id, Input.Title, Input.Named ? me.Name : null, cancel);
        if (outcome == ShareOutcome.NotFound) return NotFound();
        if (outcome != ShareOutcome.Done) ModelState.AddModelError("", text[$"Errors.Shares.{outcome}"]);
        else this.Toast(text[Share is null ? "Shares.Made" : "Shares.Renewed"]);

        if (outcome == ShareOutcome.Done && !Request.IsHtmx()) return Redirect($"/chat/{Id}/share");
        return await LoadAsync(cancel) ? Shown() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await shelf.FindAsync(me.Id, Id, cancel) is not { } conversation) return false;

        Share = await shares.OfAsync(me.Id, Id, cancel);
        Token = Share is { TakenDownAt: null } live ? shares.TokenOf(live) : null;
        Input.Title ??= Share?.Title ?? conversation.Title;
        return true;
    }

    private IActionResult Shown() => Request.IsHtmx() ? Partial("_Share", this) : Page();

    public sealed class Form
    {
        [Display(Name = "Shares.Name")]
        [StringLength(Domain.Chats.Conversation.TitleLength, ErrorMessage = "Errors.TooLong")]
        public string? Title { get; set; }

        [Display(Name = "Shares.Named")]
        public bool Named { get; set; }
    }
}
