using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>What is decided before a provider is asked. All of it happens under the account's lock, so that calls at once see each other.</summary>
public sealed class CallOpening(LastValid<AnswerOptions> answers, LastValid<MarginOptions> margins)
{
    internal CallAnswer Open(LockedCredits credits, CallFacts facts, CallOrder order)
    {
        if (facts.Hold.One is { } known) return Again(facts, known, order);

        var (plan, running) = (facts.Payer.Plan, facts.Running.Rows);
        if (order.Call.Source.IsGeneration() && running.Count(c => c.Source.IsGeneration()) >= plan.Generations)
            return CallAnswer.Refused(new CallRefusal.TooManyAtOnce(plan.Generations));

        var (model, quote, refusal) = facts.TermsOf(order, margins.Value.Default, credits.At);
        if (quote is null) return CallAnswer.Refused(refusal!);

        var lengths = CallLengths.Of(model!, answers.Value.MaxOutput, order.WantedOutput);
        var (output, unpaid) = Afford(credits, quote, lengths);
        if (unpaid is not null) return CallAnswer.Refused(unpaid);

        var check = facts.CheckLimits(credits, order.Call.UserId, running);
        if (check.Tightest(quote) is var (kind, within))
        {
            if (within < lengths.Least) return CallAnswer.Refused(new CallRefusal.OverLimit(check.Refusal(kind, NeededFor(kind, quote, lengths.Least))));
            output = Math.Min(output, within);
        }

        return Hold(credits, order, quote, output);
    }

    internal static async Task<CallRefusal?> ExtendAsync(LockedCredits credits, CallFacts facts, long output, CancellationToken cancel)
    {
        if (facts.Call.One is not { } call || facts.Hold.One is not { } hold) return new CallRefusal.IsOver();
        if (output <= call.OutputCap) return null;

        var quote = facts.TermsOf(call);
        var check = facts.CheckLimits(credits, call.UserId, facts.Running.Rows.Where(c => c.HoldId != hold.Id));
        if (check.Tightest(quote) is var (kind, within) && within < output) return new CallRefusal.OverLimit(check.Refusal(kind, NeededFor(kind, quote, output)));

        var total = quote.At(output).Credits;
        switch (await credits.ExtendAsync(hold.Id, total, cancel))
        {
            case ExtendOutcome.Over: return new CallRefusal.IsOver();
            case ExtendOutcome.NotEnough: return new CallRefusal.NotEnoughCredits(total, credits.Account.Spendable + quote.At(call.OutputCap).Credits);
            default: call.RaiseTo(output, quote); return null;
        }
    }

    // Whoever asks again because an answer was lost gets the call that was opened for it, as long as it runs.
    private static CallAnswer Again(CallFacts facts, CreditHold known, CallOrder order)
    {
        if (facts.Call.One is not { } call || known.State != HoldState.Open || call.Call != order.Call) return CallAnswer.Refused(new CallRefusal.KeyUsed());
        return CallAnswer.Opened(call, facts.TermsOf(call));
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
