namespace SaaSChat.Domain.Credits;

/// <summary>Credits set aside for one answer while it is made. Its node renews the lease; whoever is silent for longer is taken for dead, and the sweep ends the hold.</summary>
public sealed class CreditHold
{
    public const int NodeLength = 100;

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private const string SettlePrefix = "settle:";

    private readonly List<CreditPin> _pins = [];

    private CreditHold()
    {
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public string Key { get; private set; } = "";

    /// <summary>As it was ordered; what was set aside since may be more.</summary>
    public long Ordered { get; private set; }

    public long Amount { get; private set; }
    public string NodeId { get; private set; } = "";
    public DateTime OpenedAt { get; private set; }
    public DateTime LeaseUntil { get; private set; }

    /// <summary>What the answer has cost so far, as far as its node has told: the sweep charges no more, and voids when it is nothing.</summary>
    public long Seen { get; private set; }

    public HoldState State { get; private set; }
    public long? Charged { get; private set; }
    public DateTime? ResolvedAt { get; private set; }
    public bool IsSwept { get; private set; }

    /// <summary>The grants that it may burn; their expiry waits for it.</summary>
    public IReadOnlyCollection<CreditPin> Pins => _pins;

    internal string SettleKey => $"{SettlePrefix}{Id:N}";

    public static CreditHold Open(Guid accountId, HoldOrder order, DateTime at) => new()
    {
        Id = Ids.NewId(), AccountId = accountId, Key = order.Key, Ordered = order.Amount, NodeId = order.NodeId, OpenedAt = at, LeaseUntil = at + Lease,
    };

    /// <summary>The hold that an entry with this key has settled; null when it settled none.</summary>
    public static Guid? SettledBy(string key) =>
        key.StartsWith(SettlePrefix, StringComparison.Ordinal) && Guid.TryParseExact(key.AsSpan(SettlePrefix.Length), "N", out var id) ? id : null;

    /// <summary>One of its pins, from where they are kept.</summary>
    public void Load(CreditPin pin)
    {
        if (pin.HoldId == Id && !_pins.Contains(pin)) _pins.Add(pin);
    }

    public bool Fulfils(Guid accountId, HoldOrder order) => (AccountId, Ordered) == (accountId, order.Amount);

    public bool IsAbandoned(DateTime at) => State == HoldState.Open && LeaseUntil <= at;

    internal void Pin(CreditGrant grant, long credits)
    {
        grant.Pin(credits);
        Amount += credits;
        if (_pins.Find(p => p.GrantId == grant.Id) is { } known) known.Add(credits);
        else _pins.Add(new CreditPin(Id, grant.Id, credits));
    }

    /// <summary>What it may take from its own pins for such a cost, in the order of spending.</summary>
    internal List<Movement> Burn(IEnumerable<CreditGrant> grants, long cost)
    {
        var burnt = new List<Movement>();
        foreach (var grant in BurnDown.InOrder(grants))
        {
            var part = Math.Min(cost, PinOn(grant));
            if (part > 0) burnt.Add(new(grant, -part));
            cost -= part;
        }

        return burnt;
    }

    internal void Release(IEnumerable<CreditGrant> grants)
    {
        foreach (var grant in grants) grant.Unpin(PinOn(grant));
    }

    /// <summary>Null while it is open; else what an attempt to end it so gets for an answer.</summary>
    internal Resolution? AnswerTo(HoldState state, long charged) => State switch
    {
        HoldState.Open => null,
        _ when IsSwept => Resolution.Swept,
        _ => (State, Charged) == (state, charged) ? Resolution.AlreadyDone : Resolution.Conflict,
    };

    internal void Resolve(HoldState state, long charged, DateTime at) => (State, Charged, ResolvedAt) = (state, charged, at);

    internal void MarkSwept() => IsSwept = true;

    private long PinOn(CreditGrant grant) => _pins.Find(p => p.GrantId == grant.Id)?.Amount ?? 0;
}

public enum HoldState
{
    Open,
    Settled,
    Voided,
}
