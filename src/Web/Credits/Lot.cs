using SaaSChat.Domain.Credits;

namespace SaaSChat.Web.Credits;

/// <summary>Credits that came together. They are shown in the order in which they are spent.</summary>
public sealed record Lot(Guid Id, GrantSource Source, long Amount, long Remaining, long Pinned, long Frozen, DateTime? ExpiresAt, DateTime GrantedAt)
{
    public int PercentLeft => (int)(Remaining * 100m / Amount);
}
