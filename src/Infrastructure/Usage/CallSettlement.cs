using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>How a call ends: it is charged on the terms it was opened on, and written down in the same transaction.</summary>
public sealed class CallSettlement(CallTerms terms)
{
    private static readonly Charge Nothing = new([], 0, 0, Margin.Zero);

    internal async Task<Resolution> SettleAsync(LockedCredits credits, Guid holdId, CallEnd end, CancellationToken cancel)
    {
        if (await credits.Db.OpenCalls.FindAsync([holdId], cancel) is not { } call) return await AlreadyOverAsync(credits, holdId, cancel);

        var quote = await terms.OfAsync(call, cancel);
        var reported = end.Reported is { } used ? quote.Settle(used) : null;
        var charge = end.IsFree ? Nothing with { Margin = call.Margin } : reported ?? quote.Settle(end.Estimate(call.LikelyInput, call.OutputCap)) ?? quote.At(call.OutputCap);

        var resolution = end.IsFree ? await credits.VoidAsync(holdId, cancel) : await credits.SettleAsync(holdId, charge.Credits, cancel);
        credits.Db.OpenCalls.Remove(call);
        if (resolution == Resolution.Done) await credits.WriteUsageAsync(call, end.StatusOf(reported is not null), charge, cancel);
        return resolution;
    }

    internal async Task<bool> SweepAsync(LockedCredits credits, Guid holdId, CancellationToken cancel)
    {
        if (!await credits.SweepAsync(holdId, cancel)) return false;
        if (await credits.Db.OpenCalls.FindAsync([holdId], cancel) is not { } call) return true;

        credits.Db.OpenCalls.Remove(call);
        var charged = (await HoldAsync(credits, holdId, cancel)).Charged ?? 0;
        var charge = charged == 0 ? Nothing with { Margin = call.Margin } : await SeenAsync(call, charged, cancel);
        await credits.WriteUsageAsync(call, charged == 0 ? UsageStatus.Failed : UsageStatus.Estimated, charge, cancel);
        return true;
    }

    // Its node told only how many credits it had come to: the tokens follow from them.
    private async Task<Charge> SeenAsync(OpenCall call, long charged, CancellationToken cancel)
    {
        var quote = await terms.OfAsync(call, cancel);
        return quote.At(Math.Max(0, quote.OutputFor(charged))) with { Credits = charged };
    }

    private static async Task<Resolution> AlreadyOverAsync(LockedCredits credits, Guid holdId, CancellationToken cancel) =>
        (await HoldAsync(credits, holdId, cancel)).IsSwept ? Resolution.Swept : Resolution.AlreadyDone;

    private static Task<CreditHold> HoldAsync(LockedCredits credits, Guid holdId, CancellationToken cancel) =>
        credits.Db.CreditHolds.SingleAsync(h => h.Id == holdId, cancel);
}
