namespace SaaSChat.Domain.Credits;

/// <summary>What one entry took from one grant or gave to it.</summary>
public sealed class CreditAllocation(Guid accountId, long seq, Guid grantId, long amount)
{
    public Guid AccountId { get; private set; } = accountId;
    public long Seq { get; private set; } = seq;
    public Guid GrantId { get; private set; } = grantId;
    public long Amount { get; private set; } = amount;
}
