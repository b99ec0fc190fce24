using SaaSChat.Domain.Security;

namespace SaaSChat.Infrastructure.Security;

public static class BanQueries
{
    public static IQueryable<Ban> ActiveAt(this IQueryable<Ban> bans, DateTime at) => bans.Where(b => b.Until > at);

    public static IQueryable<Ban> Of(this IQueryable<Ban> bans, Offender offender)
    {
        var (kind, subject) = (offender.Kind, offender.Subject);
        return bans.Where(b => b.Kind == kind && b.Subject == subject);
    }

    /// <summary>Those that still stand come first. Bans are placed and lifted one at a time, so no two have both times in common.</summary>
    public static IOrderedQueryable<Ban> LongestFirst(this IQueryable<Ban> bans) =>
        bans.OrderByDescending(b => b.Until).ThenByDescending(b => b.PlacedAt);

    public static IQueryable<Ban> After(this IQueryable<Ban> bans, Ban last) =>
        bans.Where(b => b.Until < last.Until || (b.Until == last.Until && b.PlacedAt < last.PlacedAt));
}
