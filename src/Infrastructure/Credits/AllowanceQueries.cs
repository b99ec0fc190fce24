using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Credits;

public static class AllowanceQueries
{
    /// <summary>The account's own schedule, else its plan's.</summary>
    public static IQueryable<RefillSchedule> For(this IQueryable<RefillSchedule> schedules, Allowance allowance) => schedules
        .Where(s => s.AccountId == allowance.AccountId || s.PlanKey == allowance.PlanKey)
        .OrderBy(s => s.AccountId == null);

    /// <summary>Those to whom the clock has something to give, who waited longest first.</summary>
    public static IQueryable<CreditAccount> WithAllowanceDue(this IQueryable<CreditAccount> accounts, DateTime at) =>
        accounts.Where(a => a.AllowanceDueAt <= at).OrderBy(a => a.AllowanceDueAt);
}
