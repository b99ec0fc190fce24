using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Posts what the clock gives an account: the cycle of a plan that costs nothing, and the refill. A paid cycle comes with its invoice.</summary>
public sealed class AllowancePosting(LastValid<QuotaOptions> quota, LastValid<RefillOptions> refills)
{
    internal async Task PostAsync(LockedCredits credits, CancellationToken cancel)
    {
        var (account, at) = (credits.Account, credits.At);
        if (account.AllowanceDueAt is not { } due || due > at) return;

        var allowance = await credits.Db.Allowances.FindAsync([account.Id], cancel) ?? throw new InvalidOperationException("The account has no allowance.");
        var terms = TermsOf(PlanCatalogue.All.Single(p => p.Key == allowance.PlanKey));
        if (terms is not null && allowance.TakeCycle(terms, at) is { } cycle) await credits.GrantAsync(cycle, cancel);

        var schedule = await credits.Db.RefillSchedules.For(allowance).FirstOrDefaultAsync(cancel);
        if (schedule is not null && allowance.TakeRefill(schedule, refills.Value.Lifetime, at) is { } refill) await credits.GrantAsync(refill, cancel);

        account.AwaitAllowance(allowance.NextDueAt(terms?.Renews == true, schedule, at));
    }

    private CycleTerms? TermsOf(PlanOffer plan) =>
        plan.IsFree ? new CycleTerms(GrantSource.Plan, quota.Value.CreditsOf(plan), plan.Renews) : null;
}
