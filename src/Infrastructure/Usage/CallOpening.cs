using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>What is decided before a provider is asked. All of it happens under the account's lock, so that calls at once see each other.</summary>
public sealed class CallOpening(CallTerms terms, LastValid<AnswerOptions> answers)
{
    internal async Task<CallAnswer> OpenAsync(LockedCredits credits, CallOrder order, CancellationToken cancel)
    {
        if (await credits.Db.CreditHolds.SingleOrDefaultAsync(h => h.Key == order.Key, cancel) is { } known) return await AgainAsync(credits, known, order, cancel);

        var payer = await credits.PayerOfAsync(order.Call.UserId, cancel);
        var running = await credits.RunningCallsAsync(cancel);
        if (order.Call.Source.IsGeneration() && running.Count(c => c.Source.IsGeneration()) >= payer.Plan.Generations)
            return CallAnswer.Refused(new CallRefusal.TooManyAtOnce(payer.Plan.Generations));

        var (model, quote, refusal) = await terms.OfAsync(order, payer.Plan, credits.At, cancel);
        if (quote is null) return CallAnswer.Refused(refusal!);

        var lengths = CallLengths.Of(model!, answers.Value.MaxOutput, order.WantedOutput);
        var (output, unpaid) = Afford(credits, quote, lengths);
        if (unpaid is not null) return CallAnswer.Refused(unpaid);

        var check = await credits.CheckLimitsAsync(order.Call.UserId, payer, running, cancel);
        if (check.Tightest(quote) is var (kind, within))
        {
            if (within < lengths.Least) return CallAnswer.Refused(new CallRefusal.OverLimit(check.Refusal(kind, NeededFor(kind, quote, lengths.Least))));
            output = Math.Min(output, within);
        }

        return Hold(credits, order, quote, output);
    }

    internal async Task<CallRefusal?> ExtendAsync(LockedCredits credits, Guid holdId, long output, CancellationToken cancel)
    {
        if (await credits.Db.OpenCalls.FindAsync([holdId], cancel) is not { } call) return new CallRefusal.IsOver();
        if (output <= call.OutputCap) return null;

        var quote = await terms.OfAsync(call, cancel);
        var payer = await credits.PayerOfAsync(call.UserId, cancel);
        var others = (await credits.RunningCallsAsync(cancel)).Where(c => c.HoldId != holdId);
        var check = await credits.CheckLimitsAsync(call.UserId, payer, others, cancel);
        if (check.Tightest(quote) is var (kind, within) && within < output) return new CallRefusal.OverLimit(check.Refusal(kind, NeededFor(kind, quote, output)));

        var total = quote.At(output).Credits;
        switch (await credits.ExtendAsync(holdId, total, cancel))
        {
            case ExtendOutcome.Over: return new CallRefusal.IsOver();
            case ExtendOutcome.NotEnough: return new CallRefusal.NotEnoughCredits(total, credits.Account.Spendable + quote.At(call.OutputCap).Credits);
            default: call.RaiseTo(output, quote); return null;
        }
    }

    // Whoever asks again because an answer was lost gets the call that was opened for it, as long as it runs.
    private async Task<CallAnswer> AgainAsync(LockedCredits credits, CreditHold known, CallOrder order, CancellationToken cancel)
    {
        var call = await credits.Db.OpenCalls.FindAsync([known.Id], cancel);
        if (call is null || known.State != HoldState.Open || call.Call != order.Call) return CallAnswer.Refused(new CallRefusal.KeyUsed());
        return CallAnswer.Opened(call, await terms.OfAsync(call, cancel));
    }

    private static (long Output, CallRefusal? Refusal) Afford(LockedCredits credits, CallQuote quote, CallLengths lengths)
    {
        var spendable = credits.Account.Spendable;
        var output = Math.Min(quote.OutputFor(spendable), lengths.Most);
        if (output >= lengths.Least) return (output, null);

        return (0, quote.TryAt(lengths.Least) is { } least
            ? new CallRefusal.NotEnoughCredits(HeldFor(least), spendable)
            : new CallRefusal.NotForSale(quote.Price.ModelKey, new PriceRefusal(PriceFault.TooLarge)));
    }

    private static CallAnswer Hold(LockedCredits credits, CallOrder order, CallQuote quote, long output)
    {
        var amount = HeldFor(quote.At(output));
        var held = credits.HoldNew(new HoldOrder(order.Key, amount, Node.Id));
        if (held.Outcome != HoldOutcome.Held) return CallAnswer.Refused(new CallRefusal.NotEnoughCredits(amount, credits.Account.Spendable));

        var call = OpenCall.Begin(held.Hold!.Id, order, quote, output);
        credits.Db.OpenCalls.Add(call);
        return CallAnswer.Opened(call, quote);
    }

    // A model that costs nothing still sets one credit aside: a hold of nothing is none.
    private static long HeldFor(Charge charge) => Math.Max(1, charge.Credits);

    private static long NeededFor(LimitKind kind, CallQuote quote, long output) => kind.IsCost() ? quote.At(output).Cost : quote.Input + output;
}
