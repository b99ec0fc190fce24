namespace SaaSChat.Domain.Admin;

public enum AuditAction
{
    UserAdded,
    RoleChanged,
    FactorReset,
    AccountDeleted,
    BanPlaced,
    BanLifted,
    SettingChanged,
    CreditsGranted,
    InvitationCreated,
    InvitationRevoked,
    RefillChanged,
    ApiKeyCreated,
}
