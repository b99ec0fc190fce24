using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>How a call ended: what the provider reported, if anything, and the text that had arrived by then.</summary>
public sealed record CallEnd(CallOutcome Outcome, Quantities? Reported, string Text)
{
    /// <summary>How long the first word was waited for; null where none came, or nobody looked.</summary>
    public TimeSpan? FirstWord { get; init; }

    /// <summary>The provider's key that brought it; null where it is not known, or none was needed.</summary>
    public Guid? ProviderKeyId { get; init; }

    /// <summary>A failure costs nothing, and neither does what brought no text and reports no output.</summary>
    public bool IsFree => Outcome == CallOutcome.Failed || (Text.Length == 0 && (Reported?.OutputTokens ?? 0) == 0);

    /// <summary>What is charged where the report is missing or cannot be believed: never more out than was set aside, so that nobody owes for a guess.</summary>
    public Quantities Estimate(long likelyInput, long mostOutput) =>
        Quantities.Of((UsageKind.Input, likelyInput), (UsageKind.Output, Math.Min(TokenEstimate.OfText(Text).Likely, mostOutput)));

    public UsageStatus StatusOf(bool reported) => Outcome switch
    {
        CallOutcome.Failed => UsageStatus.Failed,
        CallOutcome.Stopped => UsageStatus.Stopped,
        _ => reported ? UsageStatus.Reported : UsageStatus.Estimated,
    };
}

public enum CallOutcome
{
    Completed,
    Stopped,
    Failed,
}
