using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Prompts;

namespace SaaSChat.Web.Pages.Prompts;

public sealed class EditModel(AppDbContext db, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt, TimeProvider clock) : OwnPromptPage(db, me)
{
    [BindProperty]
    public PromptForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Input.Read(ModelState, text, fmt) is not { } draft) return Page();

        Db.Entry(Prompt).Property(p => p.RowVersion).OriginalValue = RowVersions.Read(Input.Version);
        Prompt.Rewrite(draft, clock.UtcNow());
        if (!await Db.TrySaveAsync(cancel))
        {
            // Saved again, what is typed takes the place of what somebody saved meanwhile.
            if (await LoadAsync(cancel)) Input.Version = RowVersions.Written(Prompt.RowVersion);
            this.ChangedMeanwhile(text);
            return Page();
        }

        this.Toast(text["Prompts.Saved"]);
        return RedirectToPage("Index");
    }

    protected override IActionResult Shows()
    {
        Input = PromptForm.Of(Prompt);
        return Page();
    }
}
