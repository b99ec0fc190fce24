namespace SaaSChat.Domain.Billing.TopUps;

/// <summary>What somebody allowed us to charge while they are away, and whether we still do. Off until they agree; changed only under its account's lock.</summary>
public sealed class AutoTopUp : IVersioned
{
    public const int CardIdLength = 100;
    public const int MostDeclines = 3;

    /// <summary>So many charges within <see cref="Burst"/> are no ordinary use.</summary>
    public const int MostInBurst = 3;

    public static readonly TimeSpan Burst = TimeSpan.FromHours(1);

    /// <summary>How long a card that declined is left alone.</summary>
    public static readonly TimeSpan AfterDecline = TimeSpan.FromHours(1);

    private AutoTopUp()
    {
    }

    public Guid AccountId { get; private set; }
    public Guid UserId { get; private set; }
    public bool IsOn { get; private set; }
    public string PackageKey { get; private set; } = "";
    public long Credits { get; private set; }
    public Currency Currency { get; private set; } = Currency.Usd;

    /// <summary>What they agreed to pay each time: a higher price was not agreed to.</summary>
    public long PriceMinor { get; private set; }

    /// <summary>What may be charged in one calendar month of theirs.</summary>
    public long CapMinor { get; private set; }

    public long Threshold { get; private set; }
    public string CardId { get; private set; } = "";
    public string Last4 { get; private set; } = "";
    public string Language { get; private set; } = "";

    /// <summary>Since the last charge that went through.</summary>
    public int Declines { get; private set; }

    public DateTime? PausedUntil { get; private set; }
    public TopUpPause? Pause { get; private set; }
    public TopUpOff? Off { get; private set; }
    public DateTime ChangedAt { get; private set; }
    public byte[] RowVersion { get; private set; } = [];

    public Money Price => new(PriceMinor, Currency);
    public Money Cap => new(CapMinor, Currency);

    public static AutoTopUp Of(Guid accountId, Guid userId) => new() { AccountId = accountId, UserId = userId };

    /// <summary>Its owner agreed, whatever was before.</summary>
    public void Agree(TopUpTerms terms, DateTime at)
    {
        (IsOn, Declines, PausedUntil, Pause, Off, ChangedAt) = (true, 0, null, null, null, at);
        (PackageKey, Credits, Currency, PriceMinor) = (terms.PackageKey, terms.Credits, terms.Price.Currency, terms.Price.Minor);
        (CapMinor, Threshold, CardId, Last4, Language) = (terms.CapMinor, terms.Threshold, terms.CardId, terms.Last4, terms.Language);
    }

    /// <summary>False when it is off already.</summary>
    public bool TrySwitchOff(TopUpOff reason, DateTime at)
    {
        if (!IsOn) return false;
        (IsOn, Off, PausedUntil, Pause, ChangedAt) = (false, reason, null, null, at);
        return true;
    }

    public bool MayBegin(DateTime at) => IsOn && !(PausedUntil > at);

    public void PauseUntil(DateTime until, TopUpPause why) => (PausedUntil, Pause) = (until, why);

    public void Succeed() => Declines = 0;

    /// <summary>Left alone for an hour; off after the third in a row.</summary>
    public void Decline(DateTime at)
    {
        if (!IsOn) return;
        if (++Declines >= MostDeclines) TrySwitchOff(TopUpOff.Declined, at);
        else PauseUntil(at + AfterDecline, TopUpPause.Declined);
    }

    /// <summary>Whether what is offered today is what was agreed to, for no more.</summary>
    public bool Covers(PackageOffer? package) =>
        package is { } offer && offer.Credits == Credits && offer.PriceIn(Currency)?.Price is { } price && price.Minor <= PriceMinor;
}

/// <summary>What a person agrees to.</summary>
/// <param name="Price">Of each charge.</param>
/// <param name="CapMinor">Of a calendar month, in the same currency.</param>
public sealed record TopUpTerms(string PackageKey, long Credits, Money Price, long CapMinor, long Threshold, string CardId, string Last4, string Language);

public enum TopUpPause
{
    Declined,

    /// <summary>The month's cap would be passed.</summary>
    Cap,

    /// <summary>Too many charges in a short time.</summary>
    Burst,

    /// <summary>The site tops nobody up for now, or not them.</summary>
    SwitchedOff,
}

public enum TopUpOff
{
    Owner,

    /// <summary>The card declined three times in a row.</summary>
    Declined,

    /// <summary>The card is not there any more, or cannot be charged like this.</summary>
    Card,

    /// <summary>The package is not offered any more as it was agreed to.</summary>
    Price,
}
