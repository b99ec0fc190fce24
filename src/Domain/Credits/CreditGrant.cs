namespace SaaSChat.Domain.Credits;

/// <summary>Credits that came in together and expire together.</summary>
public sealed class CreditGrant
{
    private CreditGrant()
    {
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public GrantSource Source { get; private set; }
    public string SourceKey { get; private set; } = "";
    public long Amount { get; private set; }
    public long Remaining { get; private set; }

    /// <summary>How much of the remainder open holds have set aside.</summary>
    public long Pinned { get; private set; }

    /// <summary>What was taken out of the balance until a dispute or a late payment is over.</summary>
    public long Frozen { get; private set; }

    public string? FrozenBy { get; private set; }

    /// <summary>What was taken back in all, because its payment was.</summary>
    public long Clawed { get; private set; }

    /// <summary>How much of what was taken back was given again, because its payment was good after all.</summary>
    public long Returned { get; private set; }

    public DateTime? ExpiresAt { get; private set; }
    public int Priority { get; private set; }
    public DateTime GrantedAt { get; private set; }

    public long Free => Remaining - Pinned;

    public static CreditGrant Give(Guid accountId, GrantOrder order, DateTime at) => new()
    {
        Id = Ids.NewId(), AccountId = accountId, Source = order.Source, SourceKey = order.SourceKey, Amount = order.Amount,
        ExpiresAt = order.ExpiresAt, Priority = BurnDown.PriorityOf(order.Source), GrantedAt = at,
    };

    public bool Fulfils(Guid accountId, GrantOrder order) =>
        (AccountId, Source, Amount, ExpiresAt) == (accountId, order.Source, order.Amount, order.ExpiresAt);

    public bool IsDue(DateTime at) => ExpiresAt <= at;

    internal void Move(long credits)
    {
        if (Remaining + credits < Pinned) throw new InvalidOperationException("A grant cannot lose what a hold has set aside.");
        Remaining += credits;
    }

    internal void Pin(long credits)
    {
        if (credits > Free) throw new InvalidOperationException("Only what is free can be set aside.");
        Pinned += credits;
    }

    internal void Unpin(long credits) => Pinned -= credits;

    internal void FreezeBy(string? key) => FrozenBy = key;

    internal void SetFrozen(long credits) => Frozen = credits;

    internal void ClawTo(long total) => Clawed = total;

    internal void Return(long credits) => (Clawed, Returned) = (Clawed - credits, Returned + credits);
}
