using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Pages.Admin.Plans;

/// <summary>The plans in the order in which people see them.</summary>
public sealed class IndexModel(PlanKeeping keeping, LastValid<QuotaOptions> quota, CurrentUser me) : PageModel
{
    public IReadOnlyList<Plan> Plans { get; private set; } = [];

    public long CreditsOf(Plan plan) => quota.Value.CreditsOf(plan.Offer);

    public async Task OnGetAsync(CancellationToken cancel) => Plans = await keeping.AllAsync(cancel);

    /// <summary>One place up or down.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? key, [FromForm] bool up, CancellationToken cancel) =>
        key is not null && await keeping.MoveAsync(key, up, AuditActor.User(me.Id), cancel) ? RedirectToPage() : NotFound();
}
