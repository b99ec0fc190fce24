using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.PromoCodes;

public sealed class NewModel(PromoKeeping keeping, OfferedPackages packages, Preferences preferences, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public PromoForm Input { get; set; } = new();

    public IReadOnlyList<PackageOffer> Packages { get; } = packages.Now;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(Input.Package) && Packages.All(p => p.Key != Input.Package)) ModelState.AddModelError("Input.Package", text["Errors.Billing.NotOffered"]);
        if (Input.Read(clock.UtcNow(), preferences.Zone, ModelState, text) is not { } code) return Page();
        if (!await keeping.MakeAsync(code, AuditActor.User(me.Id), cancel))
        {
            ModelState.AddModelError("Input.Code", text["Errors.PromoCodes.Known"]);
            return Page();
        }

        this.Toast(text["Admin.PromoCodes.Made"]);
        return RedirectToPage("Index");
    }
}
