using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Which people somebody looks for; what is null is not asked about.</summary>
/// <param name="Words">The beginning of an address, of a word of the name, or of an id.</param>
/// <param name="Role">Its key, or <see cref="NoRole"/>.</param>
public sealed record UserSearch(string? Words = null, string? Plan = null, UserStatus? Status = null, string? Role = null, UserBalance? Balance = null, bool? HasPaid = null)
{
    public const string NoRole = "user";

    private const long Million = 1_000_000;

    public IQueryable<AppUser> In(AppDbContext db)
    {
        var found = db.Users.AsNoTracking().Matching(Words);
        if (Status is { } status) found = Of(found, status);
        if (Plan is { } plan) found = found.Where(u => db.Accounts.Any(a => a.Kind == AccountKind.Person && a.OwnerId == u.Id && db.Allowances.Any(p => p.AccountId == a.Id && p.PlanKey == plan)));
        if (Role is { } role) found = By(db, found, role);
        if (Balance is { } balance) found = With(db, found, balance);
        return HasPaid is { } paid ? Having(db, found, paid) : found;
    }

    private static IQueryable<AppUser> Of(IQueryable<AppUser> among, UserStatus status) => status switch
    {
        UserStatus.Deleted => among.Where(u => u.DeletedAt != null),
        UserStatus.Suspended => among.Where(u => u.DeletedAt == null && u.SuspendedAt != null),
        UserStatus.Unconfirmed => among.Where(u => u.DeletedAt == null && u.SuspendedAt == null && !u.EmailConfirmed),
        _ => among.Where(u => u.DeletedAt == null && u.SuspendedAt == null && u.EmailConfirmed),
    };

    private static IQueryable<AppUser> By(AppDbContext db, IQueryable<AppUser> among, string role)
    {
        if (!Roles.Ids.TryGetValue(role, out var id)) return among.Where(u => !db.UserRoles.Any(r => r.UserId == u.Id));
        return among.Where(u => db.UserRoles.Any(r => r.UserId == u.Id && r.RoleId == id));
    }

    private static IQueryable<AppUser> With(AppDbContext db, IQueryable<AppUser> among, UserBalance balance)
    {
        var credits = balance switch
        {
            UserBalance.InDebt => db.CreditAccounts.Where(c => c.Debt > 0),
            UserBalance.Empty => db.CreditAccounts.Where(c => c.Debt == 0 && c.Available - c.Held <= 0),
            UserBalance.BelowMillion => db.CreditAccounts.Where(c => c.Debt == 0 && c.Available - c.Held > 0 && c.Available - c.Held < Million),
            _ => db.CreditAccounts.Where(c => c.Debt == 0 && c.Available - c.Held >= Million),
        };
        return among.Where(u => db.Accounts.Any(a => a.Kind == AccountKind.Person && a.OwnerId == u.Id && credits.Any(c => c.Id == a.Id)));
    }

    private static IQueryable<AppUser> Having(AppDbContext db, IQueryable<AppUser> among, bool paid)
    {
        var bought = db.CreditGrants.Where(g => g.Source == GrantSource.Purchase || (g.Source == GrantSource.Plan && EF.Functions.Like(g.SourceKey, CreditKey.Invoices + "%")));
        return among.Where(u => db.Accounts.Any(a => a.Kind == AccountKind.Person && a.OwnerId == u.Id && bought.Any(g => g.AccountId == a.Id)) == paid);
    }
}

public enum UserStatus
{
    Active,
    Unconfirmed,
    Suspended,
    Deleted,
}

/// <summary>How much somebody can spend, in credits.</summary>
public enum UserBalance
{
    InDebt,
    Empty,
    BelowMillion,
    MillionOrMore,
}
