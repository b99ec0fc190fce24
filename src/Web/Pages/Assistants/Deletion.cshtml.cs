using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Assistants;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Assistants;

public sealed class DeletionModel(AppDbContext db, CurrentUser me, IStringLocalizer<Text> text) : OwnAssistantPage(db, me)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        await Db.Assistants.OwnedBy(Assistant.OwnerId!.Value).Where(a => a.Id == Id).ExecuteDeleteAsync(cancel);
        this.Toast(text["Assistants.Deleted"]);
        return Redirect("/assistants");
    }
}
