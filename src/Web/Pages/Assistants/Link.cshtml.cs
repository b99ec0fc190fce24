using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Assistants;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Pages.Assistants;

public sealed class LinkModel(AppDbContext db, CurrentUser me, AssistantLinks links, SiteAddress site, IStringLocalizer<Text> text) : OwnAssistantPage(db, me)
{
    public string? Address => links.Of(Assistant) is { } link ? site.At($"/assistants/shared/{link}") : null;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ChangeAsync(() => links.Share(Assistant), "Assistants.Share.Made", cancel);

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancel) => ChangeAsync(() => Assistant.ShareNoMore(), "Assistants.Share.Ended", cancel);

    private async Task<IActionResult> ChangeAsync(Action change, string done, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        change();
        await Db.SaveChangesAsync(cancel);
        this.Toast(text[done]);
        return RedirectToPage();
    }
}
