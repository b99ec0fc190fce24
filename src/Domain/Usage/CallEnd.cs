using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>How a call ended: what the provider reported, if anything, and the text that had arrived by then.</summary>
public sealed record CallEnd(CallOutcome Outcome, Quantities? Reported, string Text)
{
    /// <summary>A failure costs nothing, and neither does what brought no text and reports no output.</summary>
    public bool IsFree => Outcome == CallOutcome.Failed || (Text.Length == 0 && (Reported?.OutputTokens ?? 0) == 0);

    /// <summary>What is charged where the report is missing or cannot be believed.</summary>
    public Quantities Estimate(long likelyInput) => Quantities.Of((UsageKind.Input, likelyInput), (UsageKind.Output, TokenEstimate.OfText(Text).Likely));

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
