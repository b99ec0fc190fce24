using FsCheck;
using FsCheck.Fluent;
using SaaSChat.Domain.Credits;
using Interval = SaaSChat.Domain.Credits.Interval;

namespace SaaSChat.Domain.Tests.Credits;

public sealed class AllowanceTests
{
    private static readonly DateTime SignUp = Times.Utc("2026-01-31 09:00");
    private static readonly CycleTerms Free = new(GrantSource.Plan, 250_000, Renews: true);
    private static readonly CycleTerms Once = new(GrantSource.Trial, 100_000, Renews: false);
    private static readonly ClaimTerms Daily = new(20_000, TimeSpan.FromHours(24), TimeSpan.FromDays(30));

    private readonly Allowance _omars = Allowance.Open(Guid.Parse("0f1d2a00-0000-4000-8000-000000000001"), "free", SignUp);

    [Fact]
    public void A_cycle_gives_its_credits_at_once_and_only_once_and_they_end_with_it()
    {
        var first = _omars.TakeCycle(Free, SignUp)!;

        Assert.Equal((GrantSource.Plan, 250_000, Times.Utc("2026-02-28 09:00")), (first.Source, first.Amount, first.ExpiresAt));
        Assert.Null(_omars.TakeCycle(Free, Times.Utc("2026-02-28 08:59")));
        Assert.Equal(Times.Utc("2026-03-31 09:00"), _omars.TakeCycle(Free, Times.Utc("2026-02-28 09:00"))!.ExpiresAt);
    }

    [Fact]
    public void Cycles_that_nobody_saw_are_not_made_up_for()
    {
        _omars.TakeCycle(Free, SignUp);

        var may = _omars.TakeCycle(Free, Times.Utc("2026-05-10"))!;

        Assert.Equal(Times.Utc("2026-05-31 09:00"), may.ExpiresAt);
        Assert.Null(_omars.TakeCycle(Free, Times.Utc("2026-05-10")));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-24 * 40)]
    [InlineData(-24 * 400)]
    public void A_clock_that_goes_back_gives_no_cycle_again(int hours)
    {
        var at = Times.Utc("2026-05-31 09:00");
        _omars.TakeCycle(Free, at);

        Assert.Null(_omars.TakeCycle(Free, at.AddHours(hours)));
    }

    [Fact]
    public void A_trial_that_does_not_renew_is_given_once_for_ever()
    {
        var trial = _omars.TakeCycle(Once, SignUp)!;

        Assert.Null(trial.ExpiresAt);
        Assert.Null(_omars.TakeCycle(Once, SignUp.AddMonths(3)));
        Assert.Null(_omars.NextDueAt(Once.Renews, null, SignUp));
    }

    [Fact]
    public void A_claim_is_possible_at_once_and_then_each_twenty_four_hours_whatever_the_day()
    {
        var evening = Times.Utc("2026-02-03 23:30");

        Assert.Equal(evening.AddDays(30), _omars.TryClaim(Daily, evening)!.ExpiresAt);
        Assert.Null(_omars.TryClaim(Daily, Times.Utc("2026-02-04 00:01")));
        Assert.Null(_omars.TryClaim(Daily, evening.AddHours(24).AddTicks(-10)));
        Assert.NotNull(_omars.TryClaim(Daily, evening.AddHours(24)));
        Assert.Equal(evening.AddHours(48), _omars.NextClaimAt(Daily.Every));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-25)]
    [InlineData(-24 * 40)]
    public void A_clock_that_goes_back_gives_no_second_claim(int hours)
    {
        _omars.TryClaim(Daily, SignUp);

        Assert.Null(_omars.TryClaim(Daily, SignUp.AddHours(hours)));
        Assert.Equal(1, _omars.Claims);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(24 * 40)]
    public void A_clock_that_jumps_ahead_gives_one_claim(int hours)
    {
        _omars.TryClaim(Daily, SignUp);

        Assert.NotNull(_omars.TryClaim(Daily, SignUp.AddHours(hours)));
        Assert.Null(_omars.TryClaim(Daily, SignUp.AddHours(hours)));
    }

    [Fact]
    public void Missed_refills_are_credited_once_and_the_next_stands_on_the_schedules_own_times()
    {
        var daily = RefillSchedule.OfAccount(_omars.AccountId, 5_000, new Interval(1, IntervalUnit.Day), SignUp);
        var late = SignUp.AddDays(40).AddHours(5);

        Assert.Equal(5_000, _omars.TakeRefill(daily, null, late)!.Amount);
        Assert.Null(_omars.TakeRefill(daily, null, late));
        Assert.Null(_omars.TakeRefill(daily, null, late.AddDays(-40)));
        Assert.Equal(SignUp.AddDays(41), _omars.NextDueAt(renews: false, daily, late));
    }

    [Fact]
    public void A_refill_ends_when_the_setting_says_and_else_never()
    {
        var daily = RefillSchedule.OfPlan("free", 5_000, new Interval(1, IntervalUnit.Day), SignUp);

        Assert.Null(_omars.TakeRefill(daily, null, SignUp.AddDays(1))!.ExpiresAt);
        Assert.Equal(SignUp.AddDays(9), _omars.TakeRefill(daily, TimeSpan.FromDays(7), SignUp.AddDays(2))!.ExpiresAt);
    }

    [Fact]
    public void An_account_gets_only_those_refills_of_its_plan_that_come_after_its_opening()
    {
        var daily = RefillSchedule.OfPlan("free", 5_000, new Interval(1, IntervalUnit.Day), SignUp.AddDays(-10).AddHours(1));

        Assert.Null(_omars.TakeRefill(daily, null, SignUp.AddMinutes(59)));
        Assert.NotNull(_omars.TakeRefill(daily, null, SignUp.AddHours(1)));
    }

    [Fact]
    public void Whatever_the_clock_does_no_key_is_ever_given_twice() =>
        Prop.ForAll(Times.Any.Generator.ListOf(40).ToArbitrary(), Times.AnyInterval, (clock, every) =>
        {
            var (allowance, schedule) = (Allowance.Open(Guid.NewGuid(), "free", clock[0]), RefillSchedule.OfPlan("free", 1, every, clock[1]));

            var keys = clock.SelectMany(at => new[] { allowance.TakeCycle(Free, at), allowance.TakeRefill(schedule, null, at), allowance.TryClaim(Daily, at) })
                .OfType<GrantOrder>().Select(o => o.SourceKey).ToList();

            return keys.Count == keys.Distinct(StringComparer.Ordinal).Count();
        }).QuickCheckThrowOnFailure();
}
