namespace SaaSChat.Domain.Admin;

public enum AuditAction
{
    UserAdded,
    BanPlaced,
    BanLifted,
    SettingChanged,
    InvitationCreated,
    InvitationRevoked,
}
