using System.Numerics;
using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>What a call would cost on the terms of the moment it is opened: a prompt that is estimated, and so many tokens out.</summary>
public sealed class CallQuote
{
    private readonly RateCard _card;
    private readonly UsageKind _dearestInput;

    private CallQuote(ModelPrice price, RateCard card, Margin margin, long input, DateTime at)
    {
        (Price, _card, Margin, Input, OpenedAt) = (price, card, margin, input, at);

        // Whether the provider will read the prompt afresh or write it to its cache too is its own affair: what is held pays for either.
        _dearestInput = card[UsageKind.CacheWriteShort] > card[UsageKind.Input] ? UsageKind.CacheWriteShort : UsageKind.Input;
    }

    public ModelPrice Price { get; }
    public Margin Margin { get; }
    public long Input { get; }
    public DateTime OpenedAt { get; }

    /// <summary>Null, and why, where nothing may be asked at the rates that would count.</summary>
    public static CallQuote? Of(ModelPrice? price, Margin margin, long input, DateTime at, out PriceRefusal? refusal)
    {
        var card = price?.CardFor(input, at);
        refusal = card is null ? new PriceRefusal(PriceFault.NoPrice) : card.Refusal;
        if (refusal is not null) return null;

        var quote = new CallQuote(price!, card!, margin, input, at);
        return Charge.TryOf(quote.Used(0), card!, margin, out _, out refusal) ? quote : null;
    }

    public Charge At(long output) => TryAt(output) ?? throw new ArgumentOutOfRangeException(nameof(output), output, "Beyond any price.");

    /// <summary>Null where the cost would not fit into a long.</summary>
    public Charge? TryAt(long output) => Charge.TryOf(Used(output), _card, Margin, out var charge, out _) ? charge : null;

    /// <summary>How many tokens out so many credits pay for, after the prompt; below zero where not even that.</summary>
    public long OutputFor(long credits) => Most(Charge.CostWithin(credits, Margin));

    /// <summary>How many tokens out this cost allows, after the prompt; below zero where not even that.</summary>
    public long OutputForCost(long picodollars) => Most(picodollars);

    /// <summary>What was really used, at the rates of the hold's moment. The length of the real prompt decides which, unless they are unknown.</summary>
    public Charge? Settle(Quantities used)
    {
        var card = Price.CardFor(used.PromptTokens, OpenedAt) is { Refusal: null } real ? real : _card;
        return Charge.TryOf(used, card, Margin, out var charge, out _) ? charge : null;
    }

    private Quantities Used(long output) => Quantities.Of((_dearestInput, Input), (UsageKind.Output, output));

    private long Most(BigInteger picodollars)
    {
        // No cost may pass a long, whatever could be paid.
        var left = BigInteger.Min(picodollars, long.MaxValue) - ((BigInteger)Input * _card[_dearestInput]!.Value);
        var rate = _card[UsageKind.Output]!.Value;
        if (left < 0) return -1;
        return rate == 0 ? Quantities.Most / 2 : (long)BigInteger.Min(left / rate, Quantities.Most / 2);
    }
}
