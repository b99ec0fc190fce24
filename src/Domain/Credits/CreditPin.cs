namespace SaaSChat.Domain.Credits;

/// <summary>How much of one grant one hold has set aside.</summary>
public sealed class CreditPin(Guid holdId, Guid grantId, long amount)
{
    public Guid HoldId { get; private set; } = holdId;
    public Guid GrantId { get; private set; } = grantId;
    public long Amount { get; private set; } = amount;

    internal void Add(long credits) => Amount += credits;
}
