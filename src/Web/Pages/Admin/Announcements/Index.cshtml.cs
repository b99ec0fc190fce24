using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.News;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.News;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Announcements;

public sealed class IndexModel(AnnouncementKeeping keeping, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public IReadOnlyList<Announcement> Announcements { get; private set; } = [];
    public DateTime Now { get; } = clock.UtcNow();

    public async Task OnGetAsync(CancellationToken cancel) => Announcements = await keeping.LatestAsync(cancel);

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] Guid id, CancellationToken cancel)
    {
        var ended = await keeping.EndAsync(id, AuditActor.User(me.Id), cancel);
        this.Toast(text[ended ? "News.Ended" : "Errors.ChangedMeanwhile"], ended ? ToastKind.Success : ToastKind.Info);
        return RedirectToPage();
    }
}
