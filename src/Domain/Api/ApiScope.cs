namespace SaaSChat.Domain.Api;

/// <summary>What a key may do. The names are stored and typed, so none ever changes.</summary>
public static class ApiScope
{
    public const string ReadUser = "user:read";
    public const string ReadBalance = "balance:read";
    public const string Claim = "claim:write";
    public const string ReadChats = "chats:read";
    public const string ReadUsage = "usage:read";
    public const string AdminRead = "admin:read";
    public const string AdminWrite = "admin:write";

    public static readonly IReadOnlyList<string> All = [ReadUser, ReadBalance, Claim, ReadChats, ReadUsage, AdminRead, AdminWrite];

    /// <summary>What anybody's key may do; the rest serves only whoever runs the site.</summary>
    public static readonly IReadOnlyList<string> Own = [ReadUser, ReadBalance, Claim, ReadChats, ReadUsage];

    /// <summary>Each once and in our order, however they were given; null when there is none, or one that we do not know.</summary>
    public static IReadOnlyList<string>? Read(IEnumerable<string> given)
    {
        var asked = given.Select(name => name.Trim()).ToHashSet(StringComparer.Ordinal);
        return asked.Count > 0 && asked.IsSubsetOf(All) ? [.. All.Where(asked.Contains)] : null;
    }
}
