using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

public static class UserQueries
{
    // Fewer characters of an id would only match by chance.
    private const int LeastOfId = 6;

    /// <summary>Those whose address, name, another word of it, or id begins with what was typed, however its letters are written; everybody when nothing was.</summary>
    public static IQueryable<AppUser> Matching(this IQueryable<AppUser> users, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return users;

        var (start, address, name) = (typed.Trim(), typed.Trim().ToUpperInvariant(), AppUser.KeyOf(typed.Trim()));
        var addressed = users.Where(u => u.NormalizedEmail!.StartsWith(address));
        if (name.Length == 0) return addressed;

        // Each of the two is answered by an index alone; together they would be looked for in every row.
        var within = $" {name}";
        var named = IsStartOfId(start)
            ? users.Where(u => u.NameKey.StartsWith(name) || u.NameKey.Contains(within) || u.Id.ToString().StartsWith(start))
            : users.Where(u => u.NameKey.StartsWith(name) || u.NameKey.Contains(within));
        var found = addressed.Select(u => u.Id).Union(named.Select(u => u.Id));
        return users.Where(u => found.Contains(u.Id));
    }

    /// <summary>The user name settles which of two made at one instant comes first.</summary>
    public static IOrderedQueryable<AppUser> NewestFirst(this IQueryable<AppUser> users) =>
        users.OrderByDescending(u => u.CreatedAt).ThenBy(u => u.NormalizedUserName);

    [SuppressMessage("Globalization", "CA1309", Justification = "The database compares, by the order that it sorts in.")]
    public static IQueryable<AppUser> After(this IQueryable<AppUser> users, AppUser last) => users.Where(u =>
        u.CreatedAt <= last.CreatedAt && (u.CreatedAt < last.CreatedAt || string.Compare(u.NormalizedUserName, last.NormalizedUserName) > 0));

    /// <summary>Whose address it has been shown to be.</summary>
    public static Task<AppUser?> OwnerOfAsync(this AppDbContext db, string address, CancellationToken cancel)
    {
        var normalized = address.ToUpperInvariant();
        return db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized && u.EmailConfirmed, cancel);
    }

    /// <summary>The accounts of those whose address begins so.</summary>
    public static IQueryable<Guid> AccountsOf(this AppDbContext db, string address)
    {
        var start = address.ToUpperInvariant();
        return db.Users.Where(u => u.NormalizedEmail!.StartsWith(start)).Join(db.Accounts.Where(a => a.Kind == AccountKind.Person), u => u.Id, a => a.OwnerId, (_, a) => a.Id);
    }

    private static bool IsStartOfId(string typed) => typed.Length >= LeastOfId && typed.All(c => char.IsAsciiHexDigit(c) || c == '-');
}
