using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Exports;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Operations;

namespace SaaSChat.Web.Pages.Admin.Performance;

/// <summary>How this node is doing now, and what waits on the whole site. Asked by htmx each few seconds, it answers the figures alone.</summary>
public sealed class IndexModel(AppDbContext db, Answers answers, LivePerformance live, TimeProvider clock) : PageModel
{
    public RequestFigures Requests { get; private set; } = null!;
    public NodeLoad Load { get; private set; } = null!;
    public int Streams { get; private set; }
    public int Holds { get; private set; }
    public long Held { get; private set; }
    public IReadOnlyList<(string What, int Count)> Waiting { get; private set; } = [];
    public TimeSpan Database { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        await db.Database.ExecuteSqlRawAsync("SELECT 1", cancel);
        Database = Stopwatch.GetElapsedTime(began);

        var open = db.CreditHolds.Where(h => h.State == HoldState.Open);
        (Holds, Held) = (await open.CountAsync(cancel), await open.SumAsync(h => h.Amount, cancel));
        Waiting =
        [
            ("Mails", await db.OutboxMails.CountAsync(m => m.NextAttemptAt != null, cancel)),
            ("Webhooks", await db.PaymentEvents.CountAsync(e => e.NextAttemptAt != null, cancel)),
            ("Exports", await db.Exports.CountAsync(e => e.State != ExportState.Done && e.State != ExportState.Failed, cancel)),
        ];
        (Requests, Streams, Load) = (live.Read(), answers.Running.Count, NodeLoad.Now(clock.UtcNow()));
        return Request.IsHtmx() ? Partial("_Live", this) : Page();
    }
}
