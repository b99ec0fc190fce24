using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Webhooks;

/// <summary>What the gateway announced, what became of it, and another attempt.</summary>
public sealed class IndexModel(AppDbContext db, WebhookReplay replay, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    public const int PageSize = 50;
    public const int LongestSearch = 100;

    [BindProperty(SupportsGet = true)]
    public PaymentEventState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<PaymentEvent> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = await Matching(After is null ? null : await db.PaymentEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Id == After, cancel))
            .OrderByDescending(e => e.ReceivedAt).ThenByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Rows[^1].Id;
    }

    public async Task<IActionResult> OnPostAsync(string? eventId, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(eventId) || !await replay.RunAsync(eventId, AuditActor.User(me.Id), cancel)) return NotFound();

        this.Toast(text["Admin.Webhooks.Replayed"]);
        return RedirectToPage(new { State, Q });
    }

    private IQueryable<PaymentEvent> Matching(PaymentEvent? after)
    {
        var events = db.PaymentEvents.AsNoTracking();
        if (State is { } state) events = events.Where(e => e.State == state);
        if (!string.IsNullOrWhiteSpace(Q)) events = events.Where(e => e.Id == Q.Trim() || e.ObjectId == Q.Trim() || e.Type == Q.Trim());
        return after is null ? events : events.Where(e => e.ReceivedAt < after.ReceivedAt || (e.ReceivedAt == after.ReceivedAt && e.Id.CompareTo(after.Id) < 0));
    }
}
