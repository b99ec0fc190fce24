using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.News;
using SaaSChat.Infrastructure.News;
using SaaSChat.Web.Localization;
using SaaSChat.Web.News;

namespace SaaSChat.Web.Pages.Admin.Incidents;

public sealed class ShowModel(IncidentKeeping keeping, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public IncidentUpdateForm Input { get; set; } = new();

    public Incident Incident { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input = new IncidentUpdateForm { State = Incident.Updates[0].State, Version = RowVersions.Written(Incident.RowVersion) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (!await keeping.SayAsync(Id, RowVersions.Read(Input.Version), Input.State, Input.ReadWords(), AuditActor.User(me.Id), cancel))
        {
            await LoadAsync(cancel);
            Input.Version = RowVersions.Written(Incident.RowVersion);
            this.ChangedMeanwhile(text);
            return Page();
        }

        this.Toast(text["News.Published"]);
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => await keeping.FindAsync(Id, cancel) is { } found && (Incident = found) is not null;
}
