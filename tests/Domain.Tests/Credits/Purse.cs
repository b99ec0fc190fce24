using SaaSChat.Domain.Credits;

namespace SaaSChat.Domain.Tests.Credits;

/// <summary>Sara's credits, at noon unless said otherwise, and the proof that they add up.</summary>
internal sealed class Purse
{
    public static readonly DateTime Noon = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    private readonly List<CreditHold> _holds = [];
    private int _keys;

    public CreditAccount Account { get; } = CreditAccount.Open(Guid.NewGuid(), Noon);
    public IReadOnlyList<CreditHold> Holds => _holds;
    public CreditEntry Last => Account.Entries[^1];

    public static Purse With(long credits)
    {
        var purse = new Purse();
        purse.Give(credits);
        return purse;
    }

    public CreditGrant Give(long credits, GrantSource source = GrantSource.Purchase, DateTime? until = null, DateTime? at = null) =>
        Account.Grant(new GrantOrder(source, $"test:{++_keys}", credits, until), at ?? Noon)!;

    public CreditHold? TryHold(long credits, DateTime? at = null)
    {
        var hold = Account.TryHold(new HoldOrder($"test:{++_keys}", credits, "here"), at ?? Noon);
        if (hold is not null) _holds.Add(hold);
        return hold;
    }

    public CreditHold Hold(long credits) => TryHold(credits)!;

    /// <summary>Settles a hold of the same size.</summary>
    public void Spend(long credits) => Account.Settle(Hold(credits), credits, Noon);

    public void AssertWhole()
    {
        Assert.Equal(Account.Entries.Sum(e => e.Amount), Account.Available - Account.Debt);
        Assert.Equal(Account.Entries.Sum(e => e.DebtChange), Account.Debt);
        Assert.Equal(Account.Grants.Sum(g => g.Remaining), Account.Available);
        Assert.Equal(_holds.Where(h => h.State == HoldState.Open).Sum(h => h.Amount), Account.Held);
        Assert.Equal(Account.Grants.Sum(g => g.Pinned), Account.Held);
        Assert.All(Account.Entries, e => Assert.Equal(e.Amount + e.DebtChange, e.Allocations.Sum(a => a.Amount)));
        Assert.All(Account.Grants, g => Assert.Equal(AllocatedTo(g), g.Remaining));
        Assert.All(Account.Grants, g => Assert.True(g is { Pinned: >= 0, Free: >= 0, Frozen: >= 0 } && g.Remaining + g.Frozen <= g.Amount));
        Assert.True(Account is { Debt: >= 0, Held: >= 0, Spendable: >= 0 });
        Assert.Equal(Enumerable.Range(1, Account.Entries.Count).Select(i => (long)i), Account.Entries.Select(e => e.Seq));
        Assert.Equal(Account.Entries.Count, Account.Entries.Select(e => e.Key).Distinct().Count());
        Assert.Equal(Account.LastHash, Account.Entries is [.., var last] ? last.Hash : "");
    }

    private long AllocatedTo(CreditGrant grant) => Account.Entries.SelectMany(e => e.Allocations).Where(a => a.GrantId == grant.Id).Sum(a => a.Amount);
}
