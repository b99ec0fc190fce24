using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Web.Credits;

/// <summary>A stretch of the history, newest first: its rows, the numbers of the usage records behind them by their holds, and where the next older stretch begins.</summary>
public sealed record HistoryPage(IReadOnlyList<HistoryRow> Rows, IReadOnlyDictionary<Guid, long> Usage, long? Older)
{
    public const int Size = 50;

    public static readonly HistoryPage Empty = new([], new Dictionary<Guid, long>(), null);

    public static async Task<HistoryPage> ReadAsync(AppDbContext db, IQueryable<CreditEntry> entries, Guid accountId, long? before, CancellationToken cancel)
    {
        // One more than is shown tells whether there is another page.
        var rows = await entries.NewestBefore(accountId, before, Size + 1).AsHistory(db).ToListAsync(cancel);
        var shown = rows.Take(Size).ToList();
        var usage = await db.UsageRecords.NumbersAsync([.. shown.Select(r => r.HoldId).OfType<Guid>()], cancel);
        return new HistoryPage(shown, usage, rows.Count > Size ? shown[^1].Seq : null);
    }

    public long? UsageBehind(HistoryRow row) => row.HoldId is { } hold && Usage.TryGetValue(hold, out var seq) ? seq : null;
}
