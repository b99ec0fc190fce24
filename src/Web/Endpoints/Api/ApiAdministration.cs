using System.ComponentModel;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Endpoints.Api;

internal sealed record ApiUsers(
    [property: Description("The people.")] IReadOnlyList<ApiUserRow> Items,
    [property: Description("Where the next page begins; null on the last one.")] string? NextCursor);

internal sealed record ApiUserRow(
    [property: Description("Never changes.")] Guid Id,
    [property: Description("The address that they sign in with; null once they are gone.")] string? Email,
    [property: Description("What they call themselves.")] string Name,
    [property: Description("When they signed up (UTC).")] DateTime CreatedAt,
    [property: Description("When they were last seen (UTC); null when never.")] DateTime? LastSeenAt,
    [property: Description("Since when they are kept out (UTC); null when they are not.")] DateTime? SuspendedAt,
    [property: Description("When they left (UTC); null when they did not.")] DateTime? DeletedAt,
    [property: Description("The key of their plan; null without one.")] string? Plan,
    [property: Description("Credits that they can spend now; 0 while there is debt.")] long TokenCredits)
{
    public static IQueryable<ApiUserRow> Of(AppDbContext db, IQueryable<AppUser> users) =>
        from user in users
        let account = db.Accounts.Where(a => a.Kind == AccountKind.Person && a.OwnerId == user.Id).Select(a => a.Id).FirstOrDefault()
        select new ApiUserRow(
            user.Id, user.Email, user.Name, user.CreatedAt, user.LastSeenAt, user.SuspendedAt, user.DeletedAt,
            db.Allowances.Where(p => p.AccountId == account).Select(p => p.PlanKey).FirstOrDefault(),
            db.CreditAccounts.Where(c => c.Id == account).Select(c => c.Debt > 0 ? 0 : c.Available - c.Held).FirstOrDefault());
}

internal sealed record ApiBalanceOrder(
    [property: Description("Whose balance, by their address; or userId.")] string? Email,
    [property: Description("Whose balance, by their id; or email.")] Guid? UserId,
    [property: Description("What they can spend afterwards, 0 or more.")] long? Balance,
    [property: Description("Why; kept in the log.")] string? Reason);

internal sealed record ApiBalanceSet(
    [property: Description("Whose balance it is.")] Guid UserId,
    [property: Description("What they could spend before.")] long Before,
    [property: Description("What they can spend now.")] long TokenCredits);

internal sealed record ApiSuspension(
    [property: Description("Who, by their address; or userId.")] string? Email,
    [property: Description("Who, by their id; or email.")] Guid? UserId,
    [property: Description("Whether they are kept out from now on.")] bool? Suspended,
    [property: Description("Why; kept in the log.")] string? Reason);

internal sealed record ApiSuspended(
    [property: Description("Who it is.")] Guid UserId,
    [property: Description("Whether they are kept out.")] bool Suspended);
