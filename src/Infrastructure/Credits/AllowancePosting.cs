using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Billing;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Posts what the clock gives an account: the cycle of a plan that costs nothing, and the refill. A paid period comes with its invoice, but for the first of an account that the operator opens on such a plan.</summary>
public sealed class AllowancePosting(LastValid<QuotaOptions> quota, LastValid<RefillOptions> refills, LastValid<GuestTrialOptions> trials)
{
    internal async Task PostAsync(LockedCredits credits, CancellationToken cancel)
    {
        var (account, at) = (credits.Account, credits.At);
        if (account.AllowanceDueAt is not { } due || due > at) return;

        var allowance = await credits.Db.Allowances.FindAsync([account.Id], cancel) ?? throw new InvalidOperationException("The account has no allowance.");
        await EndGivenPlanAsync(credits, allowance, cancel);
        var terms = await TermsAsync(credits, allowance, cancel);
        if (terms is not null && allowance.TakeCycle(terms, at) is { } cycle) await credits.GrantAsync(cycle, cancel);

        var schedule = await credits.Db.RefillSchedules.For(allowance).FirstOrDefaultAsync(cancel);
        if (schedule is not null && allowance.TakeRefill(schedule, refills.Value.Lifetime, at) is { } refill) await credits.GrantAsync(refill, cancel);

        var (next, end) = (allowance.NextDueAt(terms?.Renews == true, schedule, at), allowance.PaidUntil > at ? allowance.PaidUntil : null);
        account.AwaitAllowance(end < next ? end : next ?? end);
    }

    // One that is paid for ends with its subscription; one that an admin gave, with its period.
    private static async Task EndGivenPlanAsync(LockedCredits credits, Allowance allowance, CancellationToken cancel)
    {
        if (!(allowance.PaidUntil <= credits.At) || await credits.Db.Subscriptions.OwnedBy(allowance.AccountId).NotOver().AnyAsync(cancel)) return;
        if (await credits.Db.PlanAsync(PlanCatalogue.FreeKey, cancel) is { } free) allowance.MoveTo(free);
    }

    private async Task<CycleTerms?> TermsAsync(LockedCredits credits, Allowance allowance, CancellationToken cancel)
    {
        var plan = await credits.Db.PlanAsync(allowance.PlanKey, cancel) ?? throw new InvalidOperationException($"There is no plan {allowance.PlanKey}.");
        var amount = quota.Value.CreditsOf(plan);
        if (plan.Key != PlanCatalogue.GuestKey) return plan.IsFree || allowance.IsNew ? new CycleTerms(GrantSource.Plan, amount, Renews: true) : null;

        // A guest who was forgotten comes back as another one.
        var isKnown = allowance.IsNew || await credits.Db.Visitors.AnyAsync(v => v.AccountId == allowance.AccountId, cancel);
        return new CycleTerms(GrantSource.Trial, amount, trials.Value.Renews && isKnown);
    }
}
