using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Plans;

/// <summary>Another plan to pay for. It is offered when it says so, and stays for as long as somebody may have it.</summary>
public sealed class NewModel(PlanKeeping keeping, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    // Our own pages stand there.
    private const string Taken = "new";

    [BindProperty]
    public PlanForm Input { get; set; } = new() { AllModels = true };

    public PlanOffer? Preview { get; private set; }

    public async Task<IActionResult> OnPostAsync([FromForm] bool look, CancellationToken cancel)
    {
        var key = Input.Key?.Trim() ?? "";
        if (!Plan.IsKey(key) || key == Taken) ModelState.AddModelError("Input.Key", text["Errors.Plans.Key", fmt.Number(Plan.KeyLength), Taken]);
        if (Input.Read(isFree: false, ModelState, text, fmt) is not { } draft) return Page();
        if (look) Preview = Plan.Make(key, draft, order: 0).Offer;
        if (look) return Page();
        if (!await keeping.MakeAsync(key, draft, AuditActor.User(me.Id), cancel))
        {
            ModelState.AddModelError("Input.Key", text["Errors.Plans.Known"]);
            return Page();
        }

        this.Toast(text["Admin.Packages.Saved"]);
        return RedirectToPage("Index");
    }
}
