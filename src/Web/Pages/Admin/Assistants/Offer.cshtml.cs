using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Assistants;

/// <summary>Whether people are offered the assistant; its form stands on the assistant's page.</summary>
public sealed class OfferModel(HouseKeeping house, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    public IActionResult OnGet(Guid houseId) => Redirect($"/admin/assistants/{houseId}");

    public async Task<IActionResult> OnPostAsync(Guid houseId, [FromForm] bool offered, CancellationToken cancel)
    {
        var by = AuditActor.User(me.Id);
        if (!await (offered ? house.ReinstateAsync(houseId, by, cancel) : house.RetireAsync(houseId, by, cancel))) return NotFound();

        this.Toast(text[offered ? "Admin.Assistants.Reinstated" : "Admin.Assistants.IsRetired"]);
        return RedirectToPage("Index");
    }
}
