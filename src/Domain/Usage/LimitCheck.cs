namespace SaaSChat.Domain.Usage;

/// <summary>What is left of each limit, with everything that open calls have set aside counted as used.</summary>
public sealed class LimitCheck(LimitsInForce limits, LimitPeriod day, LimitPeriod month, long heldTokens, long heldCost)
{
    /// <summary>The limit that leaves the fewest tokens out, and how many; null where nothing is limited.</summary>
    public (LimitKind Kind, long Output)? Tightest(CallQuote quote) =>
        LimitKinds.All.Where(kind => limits.Values[kind] is not null).Select(kind => (Kind: kind, Output: OutputWithin(kind, quote)))
            .OrderBy(l => l.Output).Select(l => ((LimitKind, long)?)l).FirstOrDefault();

    public LimitReached Refusal(LimitKind kind, long needed)
    {
        var period = PeriodOf(kind);
        return new(kind, limits.Values[kind]!.Value, period.Used(kind), Held(kind), needed, period.EndsAt);
    }

    private long OutputWithin(LimitKind kind, CallQuote quote)
    {
        var left = (long)Int128.Max((Int128)limits.Values[kind]!.Value - PeriodOf(kind).Used(kind) - Held(kind), -1);
        return kind.IsCost() ? quote.OutputForCost(left) : left - quote.Input;
    }

    private LimitPeriod PeriodOf(LimitKind kind) => kind.Span() == LimitSpan.Day ? day : month;

    private long Held(LimitKind kind) => kind.IsCost() ? heldCost : heldTokens;
}
