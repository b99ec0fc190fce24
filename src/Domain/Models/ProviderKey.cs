namespace SaaSChat.Domain.Models;

/// <summary>A key that a provider gave us, as admins keep it. It is sealed and never shown again: of the key itself only its last characters can be told.</summary>
public sealed class ProviderKey : IVersioned
{
    public const int ProviderLength = 50;
    public const int HostLength = 253;
    public const int LabelLength = 60;
    public const int TailLength = 10;
    public const int LongestKey = 4_096;
    public const int SealedLength = 8_000;
    public const int MostWeight = 100;

    // Of a short key the last characters would tell too much.
    private const int Told = 4;
    private const int LeastToTell = 12;

    private ProviderKey()
    {
    }

    public Guid Id { get; private set; }
    public string Provider { get; private set; } = "";

    /// <summary>Where it may be sent, and nowhere else: wherever the provider stands later, this is whom the key was given for.</summary>
    public string Host { get; private set; } = "";
    public string Label { get; private set; } = "";
    public string Tail { get; private set; } = "";
    public byte[] SealedKey { get; private set; } = [];

    /// <summary>A key of weight 2 is asked twice as often as one of weight 1.</summary>
    public int Weight { get; private set; }
    public long? DayRequests { get; private set; }
    public long? MonthRequests { get; private set; }
    public long? DayTokens { get; private set; }
    public long? MonthTokens { get; private set; }
    public long? DayCost { get; private set; }
    public long? MonthCost { get; private set; }
    public DateTime AddedAt { get; private set; }
    public DateTime? PausedAt { get; private set; }

    /// <summary>Another takes its place: until then it is only asked when no other can be.</summary>
    public DateTime? EndsAt { get; private set; }
    public DateTime? RemovedAt { get; private set; }
    public byte[] RowVersion { get; private set; } = [];

    public KeyLimits Limits => new(DayRequests, MonthRequests, DayTokens, MonthTokens, DayCost, MonthCost);

    /// <summary>Nothing else may stand in a header.</summary>
    public static bool CouldBe(string text) => text.Length is > 0 and <= LongestKey && text.All(c => c is > ' ' and < '\u007f');

    public static ProviderKey Keep(string provider, string host, string key, byte[] sealedKey, KeyDraft draft, DateTime at)
    {
        var kept = new ProviderKey
        {
            Id = Ids.NewId(), Provider = provider, Host = host, SealedKey = sealedKey, Tail = key.Length < LeastToTell ? "" : key[^Told..], AddedAt = at,
        };
        kept.Change(draft);
        return kept;
    }

    public void Change(KeyDraft draft)
    {
        (Label, Weight) = (draft.Label, draft.Weight);
        (DayRequests, MonthRequests, DayTokens, MonthTokens, DayCost, MonthCost) = draft.Limits;
    }

    public bool IsOverAt(DateTime at) => RemovedAt is not null || EndsAt <= at;

    public void Pause(DateTime at) => PausedAt ??= at;

    public void Resume() => PausedAt = null;

    public void EndAt(DateTime at) => EndsAt = at;

    /// <summary>The key itself is gone for good; what it was used for stays.</summary>
    public void Remove(DateTime at) => (RemovedAt, SealedKey, Tail) = (at, [], "");
}

/// <summary>What an admin says of a key.</summary>
public sealed record KeyDraft(string Label, int Weight, KeyLimits Limits);
