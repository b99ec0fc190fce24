using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Users;

/// <summary>What the administration shows of a person: never anything that they wrote.</summary>
public sealed record UserRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string? Email { get; init; }
    public required bool IsConfirmed { get; init; }
    public required Guid? RoleId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime? LastSeenAt { get; init; }
    public required DateTime? SuspendedAt { get; init; }
    public required DateTime? DeletedAt { get; init; }
    public required Guid AccountId { get; init; }
    public required string? Plan { get; init; }
    public required DateTime? PlanUntil { get; init; }

    /// <summary>What they can spend; debt is below nothing.</summary>
    public required long Balance { get; init; }

    /// <summary>Of the month that runs where they are.</summary>
    public required long Tokens { get; init; }

    /// <summary>In picodollars.</summary>
    public required long Cost { get; init; }

    public string Role => Roles.NameOf(RoleId) ?? UserSearch.NoRole;
    public string State => DeletedAt is not null ? "Deleted" : SuspendedAt is not null ? "Suspended" : "Active";
    public string StateKind => State == "Active" ? "success" : "danger";
}

internal static class UserRows
{
    /// <summary>The sums of the month are kept with the limits that they are held against: no row of usage is read.</summary>
    public static IQueryable<UserRow> RowsOf(this AppDbContext db, IQueryable<AppUser> users, DateTime at) =>
        from u in users
        from a in db.Accounts.Where(a => a.Kind == AccountKind.Person && a.OwnerId == u.Id).DefaultIfEmpty()
        from c in db.CreditAccounts.Where(c => c.Id == a!.Id).DefaultIfEmpty()
        from p in db.Allowances.Where(p => p.AccountId == a!.Id).DefaultIfEmpty()
        from m in db.LimitPeriods.Where(m => m.AccountId == a!.Id && m.UserId == u.Id && m.Span == LimitSpan.Month && m.EndsAt > at).DefaultIfEmpty()
        select new UserRow
        {
            Id = u.Id,
            Name = u.Name,
            Email = u.Email,
            IsConfirmed = u.EmailConfirmed,
            RoleId = db.UserRoles.Where(r => r.UserId == u.Id).Select(r => (Guid?)r.RoleId).FirstOrDefault(),
            CreatedAt = u.CreatedAt,
            LastSeenAt = u.LastSeenAt,
            SuspendedAt = u.SuspendedAt,
            DeletedAt = u.DeletedAt,
            AccountId = a == null ? Guid.Empty : a.Id,
            Plan = p == null ? null : p.PlanKey,
            PlanUntil = p == null ? null : p.PaidUntil,
            Balance = c == null ? 0 : c.Debt > 0 ? -c.Debt : c.Available - c.Held,
            Tokens = m == null ? 0 : m.Tokens,
            Cost = m == null ? 0 : m.Cost,
        };
}
