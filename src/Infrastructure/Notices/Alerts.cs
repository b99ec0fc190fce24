using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Notices;

/// <summary>The warnings about limits and balances. What was passed is written down with the charge that passed it; telling costs the charge nothing.</summary>
public sealed class Alerts(AppDbContext db, Telling telling, TimeProvider clock)
{
    public const string Limits = "/account/limits";

    public async Task TellAsync(UsageAlert alert, CancellationToken cancel)
    {
        var (now, span) = (clock.UtcNow(), alert.Kind.Span());
        var period = await db.LimitPeriods.AsNoTracking().Of(alert.AccountId, alert.UserId).SingleOrDefaultAsync(p => p.Span == span && p.FirstDay == alert.FirstDay, cancel);
        var key = string.Create(CultureInfo.InvariantCulture, $"limit:{alert.AccountId:N}:{alert.Kind}:{alert.FirstDay:yyyyMMdd}:{alert.Threshold}");
        var notice = Notice.Of(alert.UserId, NoticeKind.LimitPassed, key, $"{alert.Kind}", alert.Threshold, now, period?.EndsAt ?? now);
        var letter = new MailArguments { Label = string.Create(CultureInfo.InvariantCulture, $"{alert.Threshold}%"), Path = Limits };
        await telling.TellAsync(notice, LetterOf(alert.Kind), async () => await MarkAsync(alert, now, cancel) ? letter : null, cancel);
    }

    public async Task TellAsync(AlertWish wish, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var notice = Notice.Of(wish.UserId, NoticeKind.LowBalance, string.Create(CultureInfo.InvariantCulture, $"low:{now.Ticks}"), "", wish.LowAt!.Value, now);
        var letter = new MailArguments { Label = wish.LowAt.Value.ToString("N0", CultureInfo.InvariantCulture), Path = "/balance" };
        await telling.TellAsync(notice, MailKind.LowBalance, async () => await db.AlertWishes.Where(w => w.UserId == wish.UserId && w.LowSince == null)
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.LowSince, now), cancel) == 1 ? letter : null, cancel);
    }

    private async Task<bool> MarkAsync(UsageAlert alert, DateTime at, CancellationToken cancel) => await db.UsageAlerts
        .Where(a => a.AccountId == alert.AccountId && a.UserId == alert.UserId && a.Kind == alert.Kind && a.FirstDay == alert.FirstDay && a.Threshold == alert.Threshold && a.ToldAt == null)
        .ExecuteUpdateAsync(a => a.SetProperty(x => x.ToldAt, at), cancel) == 1;

    private static MailKind LetterOf(LimitKind kind) => kind switch
    {
        LimitKind.DayTokens => MailKind.DayTokensPassed,
        LimitKind.MonthTokens => MailKind.MonthTokensPassed,
        LimitKind.DayCost => MailKind.DayCostPassed,
        _ => MailKind.MonthCostPassed,
    };
}
