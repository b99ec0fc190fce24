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
    BalanceSet,
    UserSuspended,
    UserRestored,
    InvitationCreated,
    InvitationRevoked,
    RefillChanged,
    ApiKeyCreated,
    ShareTakenDown,
    ReportDismissed,
    AssistantMade,
    AssistantChanged,
    AssistantRetired,
    AssistantReinstated,
}
