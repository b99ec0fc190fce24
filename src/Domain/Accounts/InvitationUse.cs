namespace SaaSChat.Domain.Accounts;

/// <summary>Which account an invitation was used for: whoever signs up again before confirming needs no second use of it.</summary>
public sealed class InvitationUse(Guid invitationId, Guid userId, DateTime usedAt)
{
    public Guid InvitationId { get; private set; } = invitationId;
    public Guid UserId { get; private set; } = userId;
    public DateTime UsedAt { get; private set; } = usedAt;
}
