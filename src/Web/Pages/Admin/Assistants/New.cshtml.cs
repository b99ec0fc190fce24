using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Web.Assistants;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Assistants;

public sealed class NewModel(HouseKeeping house, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public HouseForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Page();

        await house.MakeAsync(Input.Read(), AuditActor.User(me.Id), cancel);
        this.Toast(text["Assistants.Made"]);
        return RedirectToPage("Index");
    }
}
