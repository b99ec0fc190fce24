using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>One call to a provider and what it came to, written once: the database refuses to change or delete it.</summary>
public sealed class UsageRecord
{
    private readonly List<UsagePart> _parts = [];

    private UsageRecord()
    {
    }

    public Guid AccountId { get; private set; }

    /// <summary>1, 2, 3 ... within the account, without a gap.</summary>
    public long Seq { get; private set; }

    public Guid HoldId { get; private set; }
    public Guid UserId { get; private set; }
    public string ModelKey { get; private set; } = "";
    public UsageSource Source { get; private set; }
    public Guid? ConversationId { get; private set; }
    public Guid? KeyId { get; private set; }
    public UsageStatus Status { get; private set; }
    public long InputTokens { get; private set; }
    public long ReadTokens { get; private set; }
    public long WriteTokens { get; private set; }
    public long OutputTokens { get; private set; }

    /// <summary>In picodollars, without the margin.</summary>
    public long Cost { get; private set; }

    public long Credits { get; private set; }
    public Margin Margin { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>The day and the hour where the user was.</summary>
    public DateOnly LocalDay { get; private set; }
    public int LocalHour { get; private set; }

    public IReadOnlyCollection<UsagePart> Parts => _parts;

    public long Tokens => PromptTokens + OutputTokens;

    public long PromptTokens => InputTokens + ReadTokens + WriteTokens;

    public static UsageRecord Of(OpenCall call, long seq, UsageStatus status, Charge charge, DateTime at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, zone);
        var record = new UsageRecord
        {
            AccountId = call.AccountId, Seq = seq, HoldId = call.HoldId, UserId = call.UserId, ModelKey = call.ModelKey, Source = call.Source,
            ConversationId = call.ConversationId, KeyId = call.KeyId, Status = status, Cost = charge.Cost, Credits = charge.Credits, Margin = charge.Margin,
            At = at, LocalDay = DateOnly.FromDateTime(local), LocalHour = local.Hour,
        };
        foreach (var part in charge.Parts) record.Add(part);
        return record;
    }

    private void Add(ChargePart part)
    {
        _parts.Add(new UsagePart(AccountId, Seq, part.Kind, part.Quantity, part.Rate, part.Amount));
        if (!part.Kind.IsToken()) return;

        switch (part.Kind)
        {
            case UsageKind.CacheRead or UsageKind.ImageCacheRead: ReadTokens += part.Quantity; break;
            case UsageKind.CacheWriteShort or UsageKind.CacheWriteLong: WriteTokens += part.Quantity; break;
            case var kind when kind.IsPrompt(): InputTokens += part.Quantity; break;
            default: OutputTokens += part.Quantity; break;
        }
    }
}
