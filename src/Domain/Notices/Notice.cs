namespace SaaSChat.Domain.Notices;

/// <summary>What a person is told of.</summary>
public enum NoticeKind
{
    /// <summary>A limit's threshold was passed.</summary>
    LimitPassed,

    /// <summary>Less can be spent than they wished to be warned at.</summary>
    LowBalance,

    ExportReady,
    ExportFailed,

    /// <summary>Credits came by the clock.</summary>
    Refilled,

    /// <summary>Credits came for a payment.</summary>
    Bought,

    /// <summary>Money of a payment went back.</summary>
    Refunded,

    /// <summary>A bank has a question about a payment.</summary>
    CreditsFrozen,
    CreditsThawed,

    /// <summary>A top-up that did not come, that wants its owner, or that will not come any more.</summary>
    TopUpDeclined,
    TopUpNeedsYou,
    TopUpOff,

    /// <summary>Another plan holds.</summary>
    PlanChanged,
    PlanPaymentFailed,
}

/// <summary>One piece of news for one person. The same news comes once: its key says which.</summary>
public sealed class Notice
{
    public const int KeyLength = 120;
    public const int SubjectLength = 60;

    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private Notice()
    {
    }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public string Key { get; private set; } = "";
    public NoticeKind Kind { get; private set; }

    /// <summary>What it is about: the name of a limit, or the id of a file or an order.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>A percentage, or credits; 0 where there is nothing to say.</summary>
    public long Amount { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Until when it matters; null is until it was read.</summary>
    public DateTime? Until { get; private set; }

    public DateTime? ReadAt { get; private set; }

    public static Notice Of(Guid userId, NoticeKind kind, string key, string subject, long amount, DateTime at, DateTime? until = null) => new()
    {
        Id = Ids.NewId(), UserId = userId, Kind = kind, Key = key, Subject = subject, Amount = amount, At = at, Until = until,
    };

    /// <summary>Said on every page until it was read or no longer matters.</summary>
    public bool IsUrgent(DateTime at) => ReadAt is null && Kind is (NoticeKind.LimitPassed or NoticeKind.LowBalance) && !(Until <= at);
}
