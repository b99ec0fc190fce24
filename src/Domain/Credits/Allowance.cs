using System.Globalization;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Domain.Credits;

/// <summary>
/// What an account is given without paying: its plan's credits each cycle, its refills and its claims. Asked only under the account's lock.
/// It remembers how far each has come, so a clock that goes back gives nothing twice.
/// </summary>
public sealed class Allowance
{
    public const int PlanKeyLength = 40;

    private Allowance()
    {
    }

    public Guid AccountId { get; private set; }
    public string PlanKey { get; private set; } = "";

    /// <summary>Where the cycles are counted from.</summary>
    public DateTime Since { get; private set; }

    /// <summary>The end of the last cycle that was given; the beginning before the first.</summary>
    public DateTime GivenUntil { get; private set; }

    /// <summary>The end of the paid period that was given last, and what it gave; null on a plan that costs nothing.</summary>
    public DateTime? PaidUntil { get; private set; }

    public long PaidCredits { get; private set; }

    /// <summary>The last of its schedule's times that was credited, or had been missed by then.</summary>
    public DateTime? RefilledAt { get; private set; }

    public bool IsNew => GivenUntil == Since;

    public long Claims { get; private set; }
    public DateTime? ClaimedAt { get; private set; }

    public static Allowance Open(Guid accountId, string planKey, DateTime at) => new() { AccountId = accountId, PlanKey = planKey, Since = at, GivenUntil = at };

    /// <summary>The running cycle's credits, if there are any and they were not given yet. A cycle that is over is not made up for: its credits would be over too.</summary>
    public GrantOrder? TakeCycle(CycleTerms terms, DateTime at)
    {
        var cycle = Cycle.At(Since, at);
        if (cycle.Start < GivenUntil || (!terms.Renews && !IsNew)) return null;

        GivenUntil = cycle.End;
        return terms.Credits == 0 ? null : new GrantOrder(terms.Source, $"{KeyOf(terms.Source)}:{AccountId:N}:{Stamp(cycle.Start)}", terms.Credits, terms.Renews ? cycle.End : null);
    }

    /// <summary>Another plan. The cycles of the clock are counted from where they always were, so that whoever comes back to them misses and doubles none.</summary>
    public void MoveTo(PlanOffer plan)
    {
        PlanKey = plan.Key;
        if (plan.IsFree) (PaidUntil, PaidCredits) = (null, 0);
    }

    /// <summary>A paid period's credits were given.</summary>
    public void OpenPeriod(DateTime until, long credits)
    {
        if (until >= (PaidUntil ?? DateTime.MinValue)) (PaidUntil, PaidCredits) = (until, credits);
    }

    /// <summary>One refill, however many of the schedule's times were missed.</summary>
    public GrantOrder? TakeRefill(RefillSchedule schedule, TimeSpan? lifetime, DateTime at)
    {
        if (schedule.LastBy(at) is not { } due || due <= (RefilledAt ?? Since)) return null;

        RefilledAt = due;
        return new GrantOrder(GrantSource.Refill, $"refill:{schedule.Id:N}:{AccountId:N}:{Stamp(due)}", schedule.Amount, at + lifetime);
    }

    /// <summary>Null: not yet.</summary>
    public GrantOrder? TryClaim(ClaimTerms terms, DateTime at)
    {
        if (NextClaimAt(terms.Every) > at) return null;

        (Claims, ClaimedAt) = (Claims + 1, at);
        return new GrantOrder(GrantSource.Claim, $"claim:{AccountId:N}:{Claims}", terms.Amount, at + terms.Lifetime);
    }

    /// <summary>Null before the first claim, which may be made at once.</summary>
    public DateTime? NextClaimAt(TimeSpan every) => ClaimedAt + every;

    /// <summary>When the clock next gives something; null when it never does.</summary>
    public DateTime? NextDueAt(bool renews, RefillSchedule? schedule, DateTime at)
    {
        DateTime? cycle = renews ? GivenUntil : null;
        var refill = schedule?.NextAfter(RefilledAt > at ? RefilledAt.Value : at);
        return cycle < refill ? cycle : refill ?? cycle;
    }

    private static string KeyOf(GrantSource source) => source == GrantSource.Trial ? "trial" : "plan";

    private static string Stamp(DateTime at) => at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}

/// <summary>What a plan gives: so many credits, once or each cycle.</summary>
public sealed record CycleTerms(GrantSource Source, long Credits, bool Renews);

/// <summary>What a claim gives, how often, and for how long.</summary>
public sealed record ClaimTerms(long Amount, TimeSpan Every, TimeSpan Lifetime);
