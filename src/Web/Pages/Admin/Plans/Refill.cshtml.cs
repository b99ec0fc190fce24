using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Plans;

/// <summary>Credits that come to everybody on a plan by the clock.</summary>
public sealed class RefillModel(AppDbContext db, Refills refills, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const long MostCredits = 1_000_000_000_000;

    [FromRoute]
    public string PlanKey { get; set; } = "";

    [BindProperty, Display(Name = "Admin.Packages.Credits")]
    public string? Amount { get; set; }

    [BindProperty, Display(Name = "Admin.Plans.Refill.Every")]
    public string? Every { get; set; }

    [BindProperty]
    public IntervalUnit Unit { get; set; } = IntervalUnit.Day;

    public RefillSchedule? Schedule { get; private set; }
    public DateTime Now { get; } = clock.UtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] bool end, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        var (amount, every) = (TypedNumbers.Whole(Amount), Interval.Of(TypedNumbers.Whole(Every) ?? 0, Unit));
        if (!end && amount is not (>= 1 and <= MostCredits)) ModelState.AddModelError(nameof(Amount), text["Errors.Plans.RefillAmount"]);
        if (!end && every is null) ModelState.AddModelError(nameof(Every), text["Errors.Plans.RefillEvery"]);
        if (!ModelState.IsValid) return Page();

        if (end) await refills.EndAsync(RefillOwner.Plan(PlanKey), AuditActor.User(me.Id), cancel);
        else await refills.SetAsync(RefillOwner.Plan(PlanKey), amount!.Value, every!, AuditActor.User(me.Id), cancel);
        this.Toast(text[end ? "Admin.Plans.Refill.Ended" : "Admin.Plans.Refill.Set"]);
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Schedule = await db.RefillSchedules.AsNoTracking().SingleOrDefaultAsync(s => s.PlanKey == PlanKey && s.AccountId == null, cancel);
        return await db.Plans.AnyAsync(p => p.Key == PlanKey, cancel);
    }
}
