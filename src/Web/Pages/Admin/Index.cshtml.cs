using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Admin;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Pages.Admin.Payments;

namespace SaaSChat.Web.Pages.Admin;

/// <summary>How the business does; to each role what is theirs.</summary>
public sealed class IndexModel(AppDbContext db, OverviewReading reading, HealthCheckService health, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int Recent = 8;

    public OverviewRange Range { get; private set; } = OverviewRange.Of(OverviewPeriod.Month, DateOnly.FromDateTime(clock.UtcNow()));
    public Overview? Overview { get; private set; }
    public HealthStatus? Health { get; private set; }
    public IReadOnlyList<AdminPaymentRow> Payments { get; private set; } = [];

    public async Task OnGetAsync(string? range, string? from, string? to, CancellationToken cancel)
    {
        if (OverviewRange.Read(range, from, to, DateOnly.FromDateTime(clock.UtcNow())) is not { } asked)
        {
            ModelState.AddModelError("", text["Errors.Overview.Range"]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Range = asked;
        Overview = await reading.ReadAsync(asked.Days, cancel);
        if (me.May(Roles.Ops)) Health = (await health.CheckHealthAsync(cancel)).Status;
        if (me.May(Roles.Support)) Payments = await RecentAsync(cancel);
    }

    private Task<List<AdminPaymentRow>> RecentAsync(CancellationToken cancel) => new PaymentSearch(null, null, null).In(db, null).AsNoTracking().Take(Recent)
        .Select(p => new AdminPaymentRow(p, db.Users.Where(u => db.Accounts.Any(a => a.Id == p.AccountId && a.OwnerId == u.Id)).Select(u => u.Email).FirstOrDefault())).ToListAsync(cancel);
}
