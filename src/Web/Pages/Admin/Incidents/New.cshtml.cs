using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.News;
using SaaSChat.Web.Localization;
using SaaSChat.Web.News;

namespace SaaSChat.Web.Pages.Admin.Incidents;

public sealed class NewModel(IncidentKeeping keeping, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public IncidentForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Page();

        var id = await keeping.OpenAsync(Input.ReadTitle(), Input.Impact, Input.State, Input.ReadWords(), AuditActor.User(me.Id), cancel);
        this.Toast(text["News.Published"]);
        return RedirectToPage("Show", new { id });
    }
}
