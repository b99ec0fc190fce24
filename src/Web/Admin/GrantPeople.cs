using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Admin;

/// <summary>Whom an admin means: everybody of a selection, or those on a list of addresses. Whoever has left is none of them.</summary>
public sealed class GrantPeople(AppDbContext db)
{
    /// <summary>As many addresses as fit into one question to the database.</summary>
    public const int MostAddresses = 1_000;

    private static readonly char[] Between = ['\n', '\r', ',', ';', ' ', '\t'];

    /// <summary>Of the list where there is one.</summary>
    public IQueryable<AppUser> Of(UserSearch search, string? list)
    {
        var addresses = Addresses(list);
        var people = addresses.Count == 0 ? search.In(db) : db.Users.AsNoTracking().Where(u => u.NormalizedEmail != null && addresses.Contains(u.NormalizedEmail));
        return people.Where(u => u.DeletedAt == null);
    }

    /// <summary>Those of the list that nobody has.</summary>
    public async Task<IReadOnlyList<string>> UnknownAsync(string? list, CancellationToken cancel)
    {
        var addresses = Addresses(list);
        var known = await Of(new UserSearch(), list).Select(u => u.NormalizedEmail!).Where(a => addresses.Contains(a)).ToHashSetAsync(StringComparer.Ordinal, cancel);
        return [.. addresses.Where(a => !known.Contains(a)).Select(a => a.ToLowerInvariant())];
    }

    /// <summary>Each once.</summary>
    public static IReadOnlyList<string> Addresses(string? list) =>
        [.. (list ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(a => a.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
}
