using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Adds the grants of a change to the sums of their day.</summary>
internal static class GrantDays
{
    public static void Add(LockedCredits credits)
    {
        foreach (var entry in credits.Account.Entries.Where(e => e.Reason == CreditReason.Grant))
        {
            var grant = credits.Account.Grants.Single(g => g.Id == entry.Allocations.Single().GrantId);
            var sold = CreditKey.IsPaid(grant.Source, grant.SourceKey) ? grant.Amount : 0;
            DaySums.Add(
                credits.Beside, credits.Db, nameof(GrantDays),
                [
                    new(nameof(GrantDay.Day), DateOnly.FromDateTime(grant.GrantedAt)), new(nameof(GrantDay.Source), grant.Source.ToString()),
                    new(nameof(GrantDay.Slot), PlatformDay.SlotOf(credits.Account.Id)),
                ],
                [new(nameof(GrantDay.Credits), grant.Amount), new(nameof(GrantDay.SoldCredits), sold), new(nameof(GrantDay.Grants), 1L)]);
        }
    }
}
