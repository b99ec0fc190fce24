using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Jobs;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Jobs;

/// <summary>One recurring job with its last runs; it is paused and resumed here.</summary>
public sealed class ShowModel(AppDbContext db, JobControl control, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int Shown = 50;

    [FromRoute]
    public string Job { get; set; } = "";

    public JobRow Row { get; private set; } = null!;
    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (RecurringJobs.Find(Job) is not { } job) return NotFound();

        Row = (await db.RowsOfAsync([job], clock.UtcNow(), cancel))[0];
        Runs = await db.JobRuns.AsNoTracking().OfJob(Job).Take(Shown).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] bool paused, CancellationToken cancel)
    {
        if (!await control.PauseAsync(Job, paused, AuditActor.User(me.Id), cancel)) return NotFound();

        this.Toast(text[paused ? "Admin.Jobs.PausedNow" : "Admin.Jobs.ResumedNow"]);
        return RedirectToPage("Index");
    }
}
