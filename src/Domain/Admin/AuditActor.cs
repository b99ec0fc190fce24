namespace SaaSChat.Domain.Admin;

/// <summary>Who acted: a person by id, the operator at the command line, or the system itself.</summary>
public sealed record AuditActor(AuditActorKind Kind, Guid? UserId)
{
    public static readonly AuditActor System = new(AuditActorKind.System, null);
    public static readonly AuditActor Operator = new(AuditActorKind.Operator, null);

    public static AuditActor User(Guid id) => new(AuditActorKind.User, id);
}

public enum AuditActorKind
{
    System,
    Operator,
    User,
}
