using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Notices;

/// <summary>
/// Tells people of the thresholds they have passed and of balances that are low. What was passed is written down with the charge that passed
/// it; telling costs the charge nothing.
/// </summary>
internal sealed class TellAlertsJob(AppDbContext db, Telling telling, TimeProvider clock) : IJob<RecurringRun>
{
    public const string Limits = "/account/limits";

    private const int Batch = 200;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        foreach (var alert in await db.UsageAlerts.AsNoTracking().Where(a => a.ToldAt == null).OrderBy(a => a.At).Take(Batch).ToListAsync(cancel)) await TellAsync(alert, cancel);

        var low = db.AlertWishes.Where(w => w.LowSince == null && db.CreditAccounts.Any(a => a.Id == w.AccountId && a.Available - a.Debt < w.LowAt));
        foreach (var wish in await low.AsNoTracking().Take(Batch).ToListAsync(cancel)) await TellAsync(wish, cancel);

        // There is enough again, so the next time it is news.
        await db.AlertWishes.Where(w => w.LowSince != null && db.CreditAccounts.Any(a => a.Id == w.AccountId && a.Available - a.Debt >= w.LowAt))
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.LowSince, (DateTime?)null), cancel);
    }

    private async Task TellAsync(UsageAlert alert, CancellationToken cancel)
    {
        var (now, span) = (clock.UtcNow(), alert.Kind.Span());
        var period = await db.LimitPeriods.AsNoTracking().Of(alert.AccountId, alert.UserId).SingleOrDefaultAsync(p => p.Span == span && p.FirstDay == alert.FirstDay, cancel);
        var key = string.Create(CultureInfo.InvariantCulture, $"limit:{alert.AccountId:N}:{alert.Kind}:{alert.FirstDay:yyyyMMdd}:{alert.Threshold}");
        var notice = Notice.Of(alert.UserId, NoticeKind.LimitPassed, key, $"{alert.Kind}", alert.Threshold, now, period?.EndsAt ?? now);
        var letter = new MailArguments { Label = string.Create(CultureInfo.InvariantCulture, $"{alert.Threshold}%"), Path = Limits };
        await telling.TellAsync(notice, LetterOf(alert.Kind), async () => await MarkAsync(alert, now, cancel) ? letter : null, cancel);
    }

    private async Task<bool> MarkAsync(UsageAlert alert, DateTime at, CancellationToken cancel) => await db.UsageAlerts
        .Where(a => a.AccountId == alert.AccountId && a.UserId == alert.UserId && a.Kind == alert.Kind && a.FirstDay == alert.FirstDay && a.Threshold == alert.Threshold && a.ToldAt == null)
        .ExecuteUpdateAsync(a => a.SetProperty(x => x.ToldAt, at), cancel) == 1;

    private async Task TellAsync(AlertWish wish, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var notice = Notice.Of(wish.UserId, NoticeKind.LowBalance, string.Create(CultureInfo.InvariantCulture, $"low:{now.Ticks}"), "", wish.LowAt!.Value, now);
        var letter = new MailArguments { Label = wish.LowAt.Value.ToString("N0", CultureInfo.InvariantCulture), Path = "/balance" };
        await telling.TellAsync(notice, MailKind.LowBalance, async () => await db.AlertWishes.Where(w => w.UserId == wish.UserId && w.LowSince == null)
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.LowSince, now), cancel) == 1 ? letter : null, cancel);
    }

    private static MailKind LetterOf(LimitKind kind) => kind switch
    {
        LimitKind.DayTokens => MailKind.DayTokensPassed,
        LimitKind.MonthTokens => MailKind.MonthTokensPassed,
        LimitKind.DayCost => MailKind.DayCostPassed,
        _ => MailKind.MonthCostPassed,
    };
}
