using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>Why a call is not made: which rule is in the way, and by how much.</summary>
public abstract record CallRefusal
{
    public sealed record NoSuchModel(string ModelKey) : CallRefusal;

    /// <summary>The plan may ask small models only.</summary>
    public sealed record NotInPlan(string ModelName) : CallRefusal;

    public sealed record NotForSale(string ModelName, PriceRefusal Why) : CallRefusal;

    /// <summary>The least that the answer may be long is not paid for.</summary>
    public sealed record NotEnoughCredits(long Needed, long Spendable) : CallRefusal;

    /// <summary>The plan allows so many answers to be written at the same time.</summary>
    public sealed record TooManyAtOnce(int Allowed) : CallRefusal;

    public sealed record OverLimit(LimitReached Limit) : CallRefusal;

    /// <summary>The same key was used before, for something else or for a call that is over.</summary>
    public sealed record KeyUsed : CallRefusal;

    /// <summary>The call has ended meanwhile: whatever still runs on it has to stop.</summary>
    public sealed record IsOver : CallRefusal;
}
