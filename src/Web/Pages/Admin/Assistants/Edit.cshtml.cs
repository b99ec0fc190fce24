using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Web.Assistants;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Assistants;

public sealed class EditModel(HouseKeeping house, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid HouseId { get; set; }

    [BindProperty]
    public HouseForm Input { get; set; } = new();

    public Assistant Assistant { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input = HouseForm.Of(Assistant);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();

        if (!await house.ChangeAsync(HouseId, RowVersions.Read(Input.Version), Input.Read(), AuditActor.User(me.Id), cancel))
        {
            // Saved again, what is typed takes the place of what somebody saved meanwhile.
            Input.Version = RowVersions.Written(Assistant.RowVersion);
            this.ChangedMeanwhile(text);
            return Page();
        }

        this.Toast(text["Assistants.Saved"]);
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await house.FindAsync(HouseId, cancel) is not { } found) return false;

        Assistant = found;
        return true;
    }
}
