using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Packages;

public sealed class NewModel(PackageKeeping keeping, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty]
    public PackageForm Input { get; set; } = new();

    public PackageOffer? Preview { get; private set; }

    public async Task<IActionResult> OnPostAsync([FromForm] bool look, CancellationToken cancel)
    {
        if (TypedNumbers.Whole(Input.Credits) is not { } credits || credits is < TokenPackage.LeastCredits or > TokenPackage.MostCredits)
        {
            ModelState.AddModelError("Input.Credits", text["Errors.TopUp.Threshold", fmt.Number(TokenPackage.LeastCredits), fmt.Number(TokenPackage.MostCredits)]);
            return Page();
        }

        if (Input.Read(credits, ModelState, text) is not { } draft) return Page();
        if (look)
        {
            Preview = await keeping.PreviewAsync("new", credits, draft, cancel);
            return Page();
        }

        if (!await keeping.MakeAsync(credits, draft, AuditActor.User(me.Id), cancel))
        {
            ModelState.AddModelError("Input.Credits", text["Errors.Packages.Known"]);
            return Page();
        }

        this.Toast(text["Admin.Packages.Saved"]);
        return RedirectToPage("Index");
    }
}
