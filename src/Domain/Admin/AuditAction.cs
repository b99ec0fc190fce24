namespace SaaSChat.Domain.Admin;

public enum AuditAction
{
    UserAdded,
    RoleChanged,
    FactorReset,
    BanPlaced,
    BanLifted,
    SettingChanged,
    InvitationCreated,
    InvitationRevoked,
}
