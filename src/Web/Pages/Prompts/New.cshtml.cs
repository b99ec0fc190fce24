using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Prompts;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Prompts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Prompts;

namespace SaaSChat.Web.Pages.Prompts;

public sealed class NewModel(AppDbContext db, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt, TimeProvider clock) : PageModel
{
    [BindProperty]
    public PromptForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Read(ModelState, text, fmt) is not { } draft) return Page();
        if (await db.Prompts.OwnedBy(me.Id).CountAsync(cancel) >= PromptQueries.Most)
        {
            ModelState.AddModelError("", text.Count("Errors.Prompts.TooMany", PromptQueries.Most, fmt));
            return Page();
        }

        db.Prompts.Add(Prompt.Write(me.Id, draft, clock.UtcNow()));
        await db.SaveChangesAsync(cancel);
        this.Toast(text["Prompts.Saved"]);
        return RedirectToPage("Index");
    }
}
