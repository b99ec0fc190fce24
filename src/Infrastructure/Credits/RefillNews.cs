using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Notices;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Tells people that credits have come by the clock: of the first of a day, for some come every minute.</summary>
public sealed class RefillNews(AppDbContext db, Telling telling, TimeProvider clock)
{
    private const int AtMost = 500;

    public async Task TellAsync(CancellationToken cancel)
    {
        var day = clock.UtcNow().Date;
        var untold =
            from grant in db.CreditGrants.AsNoTracking()
            join account in db.Accounts on grant.AccountId equals account.Id
            where grant.Source == GrantSource.Refill && grant.GrantedAt >= day && account.OwnerId != null
                && !db.Notices.Any(n => n.UserId == account.OwnerId && n.Kind == NoticeKind.Refilled && n.At >= day)
            orderby grant.GrantedAt
            select new { grant.Amount, UserId = account.OwnerId!.Value };

        foreach (var first in (await untold.Take(AtMost).ToListAsync(cancel)).DistinctBy(g => g.UserId)) await TellAsync(first.UserId, first.Amount, day, cancel);
    }

    private Task TellAsync(Guid userId, long amount, DateTime day, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"refill:{day:yyyyMMdd}");
        var letter = new MailArguments { Label = amount.ToString("N0", CultureInfo.InvariantCulture), Path = "/balance" };
        return telling.TellAsync(Notice.Of(userId, NoticeKind.Refilled, key, "", amount, clock.UtcNow()), MailKind.Refilled,
            async () => await db.Notices.AnyAsync(n => n.UserId == userId && n.Key == key, cancel) ? null : letter, cancel);
    }
}
