namespace SaaSChat.Infrastructure.Accounts;

/// <summary>What a person may do beyond their own account; whoever has none is a user. Names are stored; ids are fixed so that every database has the same rows.</summary>
public static class Roles
{
    /// <summary>Everything.</summary>
    public const string Admin = "admin";

    /// <summary>Reads users and payments.</summary>
    public const string Support = "support";

    /// <summary>Sees to jobs and health.</summary>
    public const string Ops = "ops";

    public static readonly IReadOnlyDictionary<string, Guid> Ids = new Dictionary<string, Guid>(StringComparer.Ordinal)
    {
        [Admin] = new("0f1d2a00-0000-4000-8000-000000000001"),
        [Support] = new("0f1d2a00-0000-4000-8000-000000000002"),
        [Ops] = new("0f1d2a00-0000-4000-8000-000000000003"),
    };

    public static string? NameOf(Guid? id) => Ids.Where(role => role.Value == id).Select(role => role.Key).SingleOrDefault();
}
