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

/// <summary>What runs by the clock, and what was given up.</summary>
public sealed class IndexModel(AppDbContext db, JobControl control, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int MostGivenUp = 50;

    public IReadOnlyList<JobRow> Jobs { get; private set; } = [];
    public IReadOnlyList<JobRun> GivenUp { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Jobs = await db.RowsOfAsync(RecurringJobs.All, clock.UtcNow(), cancel);
        GivenUp = await db.JobRuns.AsNoTracking().GivenUp().Take(MostGivenUp).ToListAsync(cancel);
    }

    /// <summary>Runs one now, paused or not.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? job, CancellationToken cancel)
    {
        if (job is null || !await control.RunNowAsync(job, AuditActor.User(me.Id), cancel)) return NotFound();

        this.Toast(text["Admin.Jobs.Started"]);
        return RedirectToPage();
    }
}
