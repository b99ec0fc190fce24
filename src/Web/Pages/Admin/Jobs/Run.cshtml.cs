using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Jobs;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Jobs;

/// <summary>One run, and where it was given up, another try.</summary>
public sealed class RunModel(AppDbContext db, JobControl control, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public JobRun Run { get; private set; } = null!;
    public bool MayRetry => Run is { Args: not null, Outcome: JobOutcome.GivenUp };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.JobRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, cancel) is not { } run) return NotFound();

        Run = run;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await control.RetryAsync(Id, AuditActor.User(me.Id), cancel)) return NotFound();

        this.Toast(text["Admin.Jobs.Started"]);
        return RedirectToPage("Index");
    }
}
