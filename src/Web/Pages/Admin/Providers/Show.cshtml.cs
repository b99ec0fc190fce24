using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;

namespace SaaSChat.Web.Pages.Admin.Providers;

/// <summary>One key: how it does, what it was used for, and what it may be used for.</summary>
public sealed class ShowModel(KeyRoster roster, KeyKeeping keeping, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [FromRoute]
    public Guid KeyId { get; set; }

    [BindProperty]
    public KeyForm Input { get; set; } = new();

    public KeyStanding Key { get; private set; } = null!;
    public DateTime Now { get; } = clock.UtcNow();
    public KeyState State => Key.StateAt(Now, roster.IsAtHome(Key.Row!));

    /// <summary>Somebody saved another version meanwhile.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input = KeyForm.Of(Key.Row!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Input.Read(ModelState, text, fmt) is not { } draft) return Page();
        if (!await keeping.ChangeAsync(KeyId, RowVersions.Read(Input.Version), draft, AuditActor.User(me.Id), cancel))
        {
            await LoadAsync(cancel);
            (IsStale, Input.Version) = (true, RowVersions.Written(Key.Row!.RowVersion));
            return this.Stale(text);
        }

        this.Toast(text["Admin.Providers.Saved"]);
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => await roster.FindAsync(KeyId, cancel) is { } found && (Key = found) is not null;
}
