using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>The calls of the last days, charged once more at another price or margin, for admins to look at: reckoned in the background, kept for a day.</summary>
public sealed class PriceReplay
{
    public const int Days = 30;

    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Whoever reckons it and is silent for longer is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly List<PriceReplayLine> _lines = [];

    private PriceReplay()
    {
    }

    public Guid Id { get; private set; }
    public Guid ActorId { get; private set; }
    public string? ModelKey { get; private set; }
    public Margin? Margin { get; private set; }
    public long? InputRate { get; private set; }
    public long? CacheRate { get; private set; }
    public long? OutputRate { get; private set; }
    public DateTime From { get; private set; }
    public DateTime AskedAt { get; private set; }

    /// <summary>How many accounts were gone through, of how many.</summary>
    public int Done { get; private set; }
    public int InAll { get; private set; }

    public DateTime? LeaseUntil { get; private set; }
    public DateTime? DoneAt { get; private set; }

    public IReadOnlyCollection<PriceReplayLine> Lines => _lines;

    public PriceChange Change => new(ModelKey, Margin, InputRate, CacheRate, OutputRate);

    public bool IsOver => DoneAt is not null;

    public int Percent => IsOver ? 100 : (int)Math.Min(99, Done * 100L / Math.Max(1, InAll));

    public static PriceReplay Ask(Guid actorId, PriceChange change, DateTime at) => new()
    {
        Id = Ids.NewId(), ActorId = actorId, ModelKey = change.ModelKey, Margin = change.Margin, InputRate = change.InputRate, CacheRate = change.CacheRate,
        OutputRate = change.OutputRate, From = at.AddDays(-Days), AskedAt = at,
    };
}

/// <summary>One model's calls, as they were and as they would have been. Costs are in picodollars.</summary>
public sealed record PriceReplayLine(Guid ReplayId, string ModelKey, long Calls, long Cost, long Credits, long NewCost, long NewCredits)
{
    public PriceReplayLine With(UsageRecord record, Charge charge) => this with
    {
        Calls = Calls + 1, Cost = Cost + record.Cost, Credits = Credits + record.Credits, NewCost = NewCost + charge.Cost, NewCredits = NewCredits + charge.Credits,
    };
}
