using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>
/// Moves somebody to another plan without a payment. A plan that others pay for is given for so many months, with its credits of them at
/// once, and ends by itself. Whoever pays for a plan has it from the gateway: that has to end first.
/// </summary>
public sealed class PlanGiving(AppDbContext db, CreditLedger ledger, AuditLog audit, LastValid<QuotaOptions> quota)
{
    public async Task<ActOutcome> GiveAsync(Guid userId, PlanGift gift, string reason, AuditActor by, CancellationToken cancel)
    {
        var account = await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync(cancel);
        return await ledger.ChangeAsync(account, async credits =>
        {
            if (await db.CreditGrants.AnyAsync(g => g.SourceKey == gift.SourceKey, cancel)) return ActOutcome.Done;
            if (await db.Subscriptions.OwnedBy(account).NotOver().AnyAsync(cancel)) return ActOutcome.Subscribed;

            var allowance = await db.Allowances.SingleAsync(a => a.AccountId == account, cancel);
            if (allowance.PlanKey != gift.SeenPlan || await db.PlanAsync(gift.PlanKey, cancel) is not { } plan) return ActOutcome.Stale;

            var until = plan.IsFree ? default(DateTime?) : credits.At.AddMonths(gift.Months);
            var before = Written(allowance.PlanKey, allowance.PaidUntil);
            allowance.MoveTo(plan);
            if (until is { } end) await GiveAsync(credits, allowance, new(gift.SourceKey, quota.Value.CreditsOf(plan) * gift.Months, end), cancel);
            credits.Account.AwaitAllowance(credits.At);
            await audit.RecordAsync(by, new AuditAct(AuditAction.PlanGiven, $"{userId}", before, Written(plan.Key, until)), reason, cancel);
            return ActOutcome.Done;
        }, cancel);
    }

    private static async Task GiveAsync(LockedCredits credits, Allowance allowance, GivenPeriod period, CancellationToken cancel)
    {
        allowance.OpenPeriod(period.Until, period.Credits);
        if (period.Credits == 0) return;

        var (outcome, _) = await credits.GrantAsync(new GrantOrder(GrantSource.Plan, period.Key, period.Credits, period.Until), cancel);
        if (outcome != GrantOutcome.Granted) throw new InvalidOperationException($"The credits of a plan were not given: {outcome}.");
    }

    private static string Written(string plan, DateTime? until) =>
        until is { } end ? FormattableString.Invariant($"{plan} until {end:yyyy-MM-dd}") : plan;

    private sealed record GivenPeriod(string Key, long Credits, DateTime Until);
}

/// <param name="Id">Made with the form.</param>
/// <param name="Months">For how long; a free plan has no end.</param>
/// <param name="SeenPlan">The plan that they were on when it was decided.</param>
public sealed record PlanGift(Guid Id, string PlanKey, int Months, string SeenPlan)
{
    public const int MostMonths = 12;

    public string SourceKey => $"plan:admin:{Id:N}";
}
