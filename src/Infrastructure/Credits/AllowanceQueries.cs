using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

public static class AllowanceQueries
{
    /// <summary>The account's own schedule, else its plan's.</summary>
    public static IQueryable<RefillSchedule> For(this IQueryable<RefillSchedule> schedules, Allowance allowance) => schedules
        .Where(s => s.AccountId == allowance.AccountId || s.PlanKey == allowance.PlanKey)
        .OrderBy(s => s.AccountId == null);

    /// <summary>Those to whom the clock has something to give by a schedule, who waited longest first.</summary>
    public static IQueryable<CreditAccount> WithRefillDue(this AppDbContext db, DateTime at) =>
        db.DueBy(at).Where(c => db.Allowances.Any(a => a.AccountId == c.Id && db.RefillSchedules.Any(s => s.AccountId == c.Id || s.PlanKey == a.PlanKey)));

    /// <summary>Those whose month is over, and whoever else has something due without a schedule.</summary>
    public static IQueryable<CreditAccount> WithCycleDue(this AppDbContext db, DateTime at) =>
        db.DueBy(at).Where(c => !db.Allowances.Any(a => a.AccountId == c.Id && a.GivenUntil > at && db.RefillSchedules.Any(s => s.AccountId == c.Id || s.PlanKey == a.PlanKey)));

    private static IQueryable<CreditAccount> DueBy(this AppDbContext db, DateTime at) => db.CreditAccounts.Where(c => c.AllowanceDueAt <= at).OrderBy(c => c.AllowanceDueAt);
}
