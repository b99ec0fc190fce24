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

    public string Role => Roles.NameOf(RoleId) ?? "user";
    public string State => DeletedAt is not null ? "Deleted" : SuspendedAt is not null ? "Suspended" : "Active";
    public string StateKind => State == "Active" ? "success" : "danger";
}

internal static class UserRows
{
    public static IQueryable<UserRow> RowsOf(this AppDbContext db, IQueryable<AppUser> users) => users.Select(u => new UserRow
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
    });
}
