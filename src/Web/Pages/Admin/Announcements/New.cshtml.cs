using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.News;
using SaaSChat.Web.Localization;
using SaaSChat.Web.News;

namespace SaaSChat.Web.Pages.Admin.Announcements;

public sealed class NewModel(AnnouncementKeeping keeping, Preferences preferences, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public AnnouncementForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Read(clock.UtcNow(), preferences.Zone, ModelState, text) is not { } draft) return Page();

        await keeping.MakeAsync(draft, AuditActor.User(me.Id), cancel);
        this.Toast(text["News.Made"]);
        return RedirectToPage("Index");
    }
}
