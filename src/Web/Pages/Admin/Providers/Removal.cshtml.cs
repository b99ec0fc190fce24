using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;

namespace SaaSChat.Web.Pages.Admin.Providers;

/// <summary>Takes a key away for good; what it was used for stays known.</summary>
public sealed class RemovalModel(KeyRoster roster, KeyKeeping keeping, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid KeyId { get; set; }

    [BindProperty]
    public KeyActForm Input { get; set; } = new();

    public KeyStanding Key { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (!await keeping.RemoveAsync(KeyId, Input.Reason, AuditActor.User(me.Id), cancel)) return this.Stale(text);

        this.Toast(text["Admin.Providers.Removed"]);
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => await roster.FindAsync(KeyId, cancel) is { } found && (Key = found) is not null;
}
