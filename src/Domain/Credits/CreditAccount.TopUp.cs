namespace SaaSChat.Domain.Credits;

/// <content>Below what its owner wishes it to be filled up.</content>
public sealed partial class CreditAccount
{
    /// <summary>Null while nothing is to come by itself.</summary>
    public long? TopUpBelow { get; private set; }

    /// <summary>What is set aside may come back, so only what is gone counts.</summary>
    public bool NeedsTopUp => Available - Debt < TopUpBelow;

    public void TopUpWhenBelow(long? credits) => TopUpBelow = credits;
}
