using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Admin.Users;

/// <summary>What somebody used, in days of theirs: figures only.</summary>
public sealed class UsageModel(AppDbContext db, OfferedModels models, TimeProvider clock, IStringLocalizer<Text> text) : UserPage(db, clock)
{
    public UsageRange Range { get; private set; } = null!;
    public UsageReport? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? range, string? from, string? to, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        var zone = LocalDays.ZoneOf(await Db.Users.Where(u => u.Id == Id).Select(u => u.TimeZone).SingleAsync(cancel));
        var today = LocalDays.Of(Now, zone);
        Range = UsageRange.Of(UsagePeriod.Month, today);
        if (UsageRange.Read(range, from, to, today) is not { } asked)
        {
            ModelState.AddModelError("", text["Errors.Usage.Range"]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Range = asked;
        var slices = await Db.UsageDays.Of(Row.AccountId, asked.Before?.From, asked.To).SlicesAsync(cancel);
        Report = UsageReport.Of(asked, slices, new UsageNames(models.NameOf, source => text[$"Usage.Source.{source}"], _ => ""));
        return Page();
    }
}
