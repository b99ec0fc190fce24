namespace SaaSChat.Domain.Admin;

public enum AuditAction
{
    UserAdded,
    RoleChanged,
    BanPlaced,
    BanLifted,
    SettingChanged,
    InvitationCreated,
    InvitationRevoked,
}
