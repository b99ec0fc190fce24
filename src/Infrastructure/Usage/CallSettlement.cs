using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>How a call ends: it is charged on the terms it was opened on, and written down in the same transaction.</summary>
internal static class CallSettlement
{
    private static readonly Charge Nothing = new([], 0, 0, Margin.Zero);

    public static async Task<Resolution> SettleAsync(LockedCredits credits, CallFacts facts, CallEnd end, CancellationToken cancel)
    {
        var hold = Known(facts);
        if (facts.Call.One is not { } call) return hold.IsSwept ? Resolution.Swept : Resolution.AlreadyDone;

        var quote = facts.TermsOf(call);
        var reported = end.Reported is { } used ? quote.Settle(used) : null;
        var charge = end.IsFree ? Nothing with { Margin = call.Margin } : reported ?? quote.Settle(end.Estimate(call.LikelyInput, call.OutputCap)) ?? quote.At(call.OutputCap);

        var resolution = end.IsFree ? await credits.VoidAsync(hold.Id, cancel) : await credits.SettleAsync(hold.Id, charge.Credits, cancel);
        credits.Db.OpenCalls.Remove(call);
        if (resolution != Resolution.Done) return resolution;

        await credits.WriteUsageAsync(facts, call, new(end.StatusOf(reported is not null), charge, credits.At - call.At, end.FirstWord), cancel);
        if (end.ProviderKeyId is { } key) Rollups.AddTo(key, credits, charge);
        return resolution;
    }

    public static async Task<bool> SweepAsync(LockedCredits credits, CallFacts facts, CancellationToken cancel)
    {
        var hold = Known(facts);
        if (!await credits.SweepAsync(hold.Id, cancel)) return false;
        if (facts.Call.One is not { } call) return true;

        credits.Db.OpenCalls.Remove(call);
        var charged = hold.Charged ?? 0;
        var charge = charged == 0 ? Nothing with { Margin = call.Margin } : Seen(facts.TermsOf(call), charged);
        await credits.WriteUsageAsync(facts, call, new(charged == 0 ? UsageStatus.Failed : UsageStatus.Estimated, charge), cancel);
        return true;
    }

    // Its node told only how many credits it had come to: the tokens follow from them.
    private static Charge Seen(CallQuote quote, long charged) => quote.At(Math.Max(0, quote.OutputFor(charged))) with { Credits = charged };

    private static CreditHold Known(CallFacts facts) => facts.Hold.One ?? throw new InvalidOperationException("There is no such hold.");
}
