using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Prompts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Prompts;

namespace SaaSChat.Web.Pages.Prompts;

public sealed class DeletionModel(AppDbContext db, CurrentUser me, IStringLocalizer<Text> text) : OwnPromptPage(db, me)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        await Db.Prompts.OwnedBy(Prompt.UserId).Where(p => p.Id == Id).ExecuteDeleteAsync(cancel);
        this.Toast(text["Prompts.Deleted"]);
        return RedirectToPage("Index");
    }
}
