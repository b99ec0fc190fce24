using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>One kind within a record, with the rate that was used; rate and amount are in picodollars.</summary>
public sealed class UsagePart(Guid accountId, long seq, UsageKind kind, long quantity, long rate, long amount)
{
    public Guid AccountId { get; private set; } = accountId;
    public long Seq { get; private set; } = seq;
    public UsageKind Kind { get; private set; } = kind;
    public long Quantity { get; private set; } = quantity;
    public long Rate { get; private set; } = rate;
    public long Amount { get; private set; } = amount;
}
