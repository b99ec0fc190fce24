namespace SaaSChat.Domain.Credits;

/// <summary>Which credits are spent first: what expires first; among equals claim and refill, then plan, then promo, then purchase; then the oldest.</summary>
internal static class BurnDown
{
    public static int PriorityOf(GrantSource source) => source switch
    {
        GrantSource.Claim or GrantSource.Refill => 0,
        GrantSource.Plan or GrantSource.Trial => 1,
        GrantSource.Promo or GrantSource.Admin => 2,
        GrantSource.Purchase => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    public static IEnumerable<CreditGrant> InOrder(IEnumerable<CreditGrant> grants) => grants
        .OrderBy(g => g.ExpiresAt ?? DateTime.MaxValue).ThenBy(g => g.Priority).ThenBy(g => g.GrantedAt).ThenBy(g => g.SourceKey, StringComparer.Ordinal);

    /// <summary>What can be spent of each, in order, until the sum is reached or nothing is left.</summary>
    public static List<Movement> Take(IEnumerable<CreditGrant> grants, long credits, DateTime at)
    {
        var taken = new List<Movement>();
        foreach (var grant in InOrder(grants.Where(g => g.Free > 0 && g.FrozenBy is null && !g.IsDue(at))))
        {
            if (credits == 0) break;
            var part = Math.Min(credits, grant.Free);
            taken.Add(new(grant, -part));
            credits -= part;
        }

        return taken;
    }
}
