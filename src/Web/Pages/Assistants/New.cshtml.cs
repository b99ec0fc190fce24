using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Assistants;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Assistants;

public sealed class NewModel(AppDbContext db, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt, TimeProvider clock) : PageModel
{
    public const int Most = 100;

    [BindProperty]
    public AssistantForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && await db.Assistants.OwnedBy(me.Id).CountAsync(cancel) >= Most) ModelState.AddModelError("", text.Count("Errors.Assistants.TooMany", Most, fmt));
        if (!ModelState.IsValid) return Page();

        var made = Assistant.Make(me.Id, Input.Read(), clock.UtcNow());
        db.Assistants.Add(made);
        await db.SaveChangesAsync(cancel);
        this.Toast(text["Assistants.Made"]);
        return Redirect($"/assistants/{made.Id}");
    }
}
