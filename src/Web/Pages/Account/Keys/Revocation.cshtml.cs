using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account.Keys;

public sealed class RevocationModel(AppDbContext db, ApiKeys keys, IBackgroundJobs jobs, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ApiKey Key { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        if (await keys.RevokeAsync(me.Id, Id, cancel) is { } letter) await jobs.EnqueueAsync<SendMailJob, Guid>(letter);
        this.Toast(text["Account.Keys.Revoked"]);
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.ApiKeys.AsNoTracking().OwnedBy(me.Id).SingleOrDefaultAsync(k => k.Id == Id, cancel) is not { } key) return false;

        Key = key;
        return true;
    }
}
