using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Plans;

public sealed class EditModel(PlanKeeping keeping, CurrentUser me, PlanNames names, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [FromRoute]
    public string PlanKey { get; set; } = "";

    [BindProperty]
    public PlanForm Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    /// <summary>Who pays for it now: a change leaves what they pay as it is.</summary>
    public IReadOnlyList<PlanSubscribers> Subscribers { get; private set; } = [];

    public PlanOffer? Preview { get; private set; }
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input = PlanForm.Of(Plan, names.WordsOf(Plan.Offer));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] bool look, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Input.Read(Plan.IsFree, ModelState, text, fmt) is not { } draft) return Page();
        if (look) Preview = PlanKeeping.Preview(Plan, draft);
        if (look) return Page();
        if (!await keeping.ChangeAsync(PlanKey, RowVersions.Read(Input.Version), draft, AuditActor.User(me.Id), cancel))
        {
            await LoadAsync(cancel);
            (IsStale, Input.Version) = (true, RowVersions.Written(Plan.RowVersion));
            return this.Stale(text);
        }

        this.Toast(text["Admin.Packages.Saved"]);
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Subscribers = await keeping.SubscribersAsync(PlanKey, cancel);
        return await keeping.FindAsync(PlanKey, cancel) is { } found && (Plan = found) is not null;
    }
}
