using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Packages;

public sealed class EditModel(PackageKeeping keeping, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public PackageForm Input { get; set; } = new();

    public TokenPackage Package { get; private set; } = null!;

    /// <summary>As it would be, beside the others as they are.</summary>
    public PackageOffer? Preview { get; private set; }

    /// <summary>Somebody saved another version meanwhile.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input = PackageForm.Of(Package);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] bool look, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Input.Read(Package.Credits, ModelState, text) is not { } draft) return Page();

        Preview = await keeping.PreviewAsync(Key, Package.Credits, draft, cancel);
        if (look) return Page();
        if (!await keeping.ChangeAsync(Key, RowVersions.Read(Input.Version), draft, AuditActor.User(me.Id), cancel))
        {
            // Saved again, what is typed takes the place of what somebody saved meanwhile.
            await LoadAsync(cancel);
            (IsStale, Input.Version) = (true, RowVersions.Written(Package.RowVersion));
            return this.Stale(text);
        }

        this.Toast(text["Admin.Packages.Saved"]);
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => await keeping.FindAsync(Key, cancel) is { } found && (Package = found) is not null;
}
