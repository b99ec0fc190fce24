namespace SaaSChat.Domain.Credits;

/// <summary>An account's credits. Every movement is one entry; a hold is none, it only sets credits aside. Whatever comes in or is released pays off debt first.</summary>
public sealed partial class CreditAccount : IVersioned
{
    /// <summary>Four billion billions: sums of a few such numbers still fit into a long.</summary>
    public const long Most = 4_000_000_000_000_000_000;

    private readonly List<CreditGrant> _grants = [];
    private readonly List<CreditEntry> _entries = [];

    private CreditAccount()
    {
    }

    public Guid Id { get; private set; }
    public long Available { get; private set; }
    public long Held { get; private set; }
    public long Debt { get; private set; }
    public long LastSeq { get; private set; }
    public string LastHash { get; private set; } = "";
    public DateTime LockedAt { get; private set; }
    public byte[] RowVersion { get; private set; } = [];
    public DateTime? AllowanceDueAt { get; private set; }

    public long Spendable => Debt > 0 ? 0 : Available - Held;

    /// <summary>The live ones, and those that were asked for by name.</summary>
    public IReadOnlyCollection<CreditGrant> Grants => _grants;

    /// <summary>What was written since the account was loaded.</summary>
    public IReadOnlyList<CreditEntry> Entries => _entries;

    public static CreditAccount Open(Guid accountId, DateTime at) => new() { Id = accountId, LockedAt = at };

    /// <summary>One of its grants, from where they are kept. Another account's is none of it.</summary>
    public void Load(CreditGrant grant)
    {
        if (grant.AccountId == Id && !_grants.Contains(grant)) _grants.Add(grant);
    }

    public void AwaitAllowance(DateTime? at) => AllowanceDueAt = at;

    /// <summary>Expires what is due and not set aside. Looks at what is there, so a clock that goes back undoes and doubles nothing.</summary>
    public void PostDue(DateTime at) => Tidy("", at);

    /// <summary>Null when the account would hold too much.</summary>
    public CreditGrant? Grant(GrantOrder order, DateTime at)
    {
        var grant = CreditGrant.Give(Id, order, at);
        if (order.Amount > Most - Available) return null;

        _grants.Add(grant);
        Post(CreditReason.Grant, $"grant:{order.SourceKey}", [new(grant, order.Amount)], 0, at);
        Tidy($":grant:{order.SourceKey}", at);
        return grant;
    }

    /// <summary>Null when the credits are not there to be spent.</summary>
    public CreditHold? TryHold(HoldOrder order, DateTime at)
    {
        var hold = CreditHold.Open(Id, order, at);
        return TryPin(hold, order.Amount, at) ? hold : null;
    }

    /// <summary>Extends it to so many credits in all, so that asking twice changes nothing.</summary>
    public bool TryExtend(CreditHold hold, long total, DateTime at)
    {
        Require(hold.AccountId);
        if (hold.State != HoldState.Open) throw new InvalidOperationException("Only an open hold can be extended.");
        return total <= hold.Amount || TryPin(hold, total - hold.Amount, at);
    }

    /// <summary>Charges the whole cost: from what the hold has set aside, then from what else is free. What is not there becomes debt.</summary>
    public Resolution Settle(CreditHold hold, long cost, DateTime at)
    {
        Require(hold.AccountId);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        if (hold.AnswerTo(HoldState.Settled, cost) is { } known) return known;
        if (cost - hold.Amount > Most - Debt) return Resolution.TooMuch;

        var own = hold.Burn(_grants, cost);
        var burnt = own.Concat(BurnDown.Take(_grants, cost + own.Sum(), at)).ToList();
        End(hold, HoldState.Settled, cost, at);
        Post(CreditReason.Settle, hold.SettleKey, burnt, cost + burnt.Sum(), at);
        Tidy($":{hold.SettleKey}", at);
        return Resolution.Done;
    }

    public Resolution Void(CreditHold hold, DateTime at)
    {
        Require(hold.AccountId);
        if (hold.AnswerTo(HoldState.Voided, 0) is { } known) return known;

        End(hold, HoldState.Voided, 0, at);
        Tidy($":void:{hold.Id:N}", at);
        return Resolution.Done;
    }

    /// <summary>Ends a hold whose node is silent: charges what was seen, as far as it was held. False while its lease runs, and when it is over.</summary>
    public bool Sweep(CreditHold hold, DateTime at)
    {
        if (!hold.IsAbandoned(at)) return false;

        _ = hold.Seen > 0 ? Settle(hold, Math.Min(hold.Seen, hold.Amount), at) : Void(hold, at);
        hold.MarkSwept();
        return true;
    }

    private bool TryPin(CreditHold hold, long credits, DateTime at)
    {
        if (Spendable < credits) return false;
        foreach (var part in BurnDown.Take(_grants, credits, at)) hold.Pin(part.Grant, -part.Credits);
        Held += credits;
        return true;
    }

    private void End(CreditHold hold, HoldState state, long charged, DateTime at)
    {
        hold.Release(_grants);
        Held -= hold.Amount;
        hold.Resolve(state, charged, at);
    }

    // After everything that frees credits: what is due expires, what is frozen follows its grant, and debt is paid before anything can be spent.
    private void Tidy(string cause, DateTime at)
    {
        foreach (var grant in _grants.Where(g => g.Free > 0 && g.IsDue(at)).ToList())
            Post(CreditReason.Expiry, $"expire:{grant.Id:N}{cause}", [new(grant, -grant.Free)], 0, at);

        foreach (var grant in _grants.Where(g => g.Free > 0 && g.FrozenBy is not null).ToList())
        {
            grant.SetFrozen(grant.Frozen + grant.Free);
            Post(CreditReason.Freeze, $"freeze:{grant.FrozenBy}:{grant.Id:N}{cause}", [new(grant, -grant.Free)], 0, at);
        }

        if (Debt == 0 || BurnDown.Take(_grants, Debt, at) is not { Count: > 0 } paid) return;
        Post(CreditReason.Repayment, $"repay{cause}", paid, paid.Sum(), at);
    }

    // The only place where a balance moves.
    private void Post(CreditReason reason, string key, IReadOnlyCollection<Movement> moved, long debtChange, DateTime at)
    {
        foreach (var movement in moved) movement.Grant.Move(movement.Credits);
        Available += moved.Sum();
        Debt += debtChange;

        _entries.Add(CreditEntry.Follow(this, reason, key, moved, debtChange, at));
        (LastSeq, LastHash) = (_entries[^1].Seq, _entries[^1].Hash);
    }

    private void Require(Guid accountId)
    {
        if (accountId != Id) throw new InvalidOperationException("It belongs to another account.");
    }
}
