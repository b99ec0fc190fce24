using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.News;
using SaaSChat.Web.Localization;
using SaaSChat.Web.News;

namespace SaaSChat.Web.Pages.Admin.Announcements;

public sealed class EditModel(AnnouncementKeeping keeping, Preferences preferences, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AnnouncementForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await keeping.FindAsync(Id, cancel) is not { } known) return NotFound();

        Input = AnnouncementForm.Of(known, preferences.Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await keeping.FindAsync(Id, cancel) is null) return NotFound();
        if (Input.Read(clock.UtcNow(), preferences.Zone, ModelState, text) is not { } draft) return Page();
        if (!await keeping.ChangeAsync(Id, RowVersions.Read(Input.Version), draft, AuditActor.User(me.Id), cancel))
        {
            Input.Version = RowVersions.Written((await keeping.FindAsync(Id, cancel))!.RowVersion);
            this.ChangedMeanwhile(text);
            return Page();
        }

        this.Toast(text["News.Saved"]);
        return RedirectToPage("Index");
    }
}
