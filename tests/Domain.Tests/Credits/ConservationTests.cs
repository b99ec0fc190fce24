using SaaSChat.Domain.Credits;

namespace SaaSChat.Domain.Tests.Credits;

public sealed class ConservationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_happens_in_whatever_order_adds_up(int seed)
    {
        var (sara, random, now) = (new Purse(), new Random(seed), Purse.Noon);
        for (var step = 0; step < 400; step++)
        {
            // Forwards as a rule, and now and then back.
            now = now.AddMinutes(random.Next(-10, 30));
            sara.Account.PostDue(now);
            Act(sara, random, now);
            if (step % 10 == 0) sara.AssertWhole();
        }

        sara.AssertWhole();
    }

    private static void Act(Purse sara, Random random, DateTime now)
    {
        var sum = random.Next(1, 500);
        var hold = Pick(sara.Holds.Where(h => h.State == HoldState.Open), random);
        var grant = Pick(sara.Account.Grants, random);
        switch (random.Next(13))
        {
            case 0 or 1: sara.Give(sum, (GrantSource)random.Next(7), random.Next(3) == 0 ? null : now.AddMinutes(random.Next(-5, 300)), now); break;
            case 2 or 3 or 4: sara.TryHold(sum, now); break;
            case 5 or 6 when hold is not null: sara.Account.Settle(hold, random.Next(0, 700), now); break;
            case 7 when hold is not null: sara.Account.Void(hold, now); break;
            case 8 when hold is not null: sara.Account.TryExtend(hold, sum, now); break;
            case 9 when hold is not null: sara.Account.Sweep(hold, now); break;
            case 10 when grant is not null: FreezeOrThaw(sara, grant, $"dispute:{random.Next()}", now); break;
            case 11 when grant is not null: sara.Account.Claw(grant, random.NextInt64(1, grant.Amount + 1), now); break;
            case 12: sara.Account.TryTake(sum, $"{Guid.NewGuid():N}", now); break;
        }
    }

    private static void FreezeOrThaw(Purse sara, CreditGrant grant, string key, DateTime now)
    {
        if (grant.FrozenBy is { } frozen) sara.Account.Thaw(grant, frozen, now);
        else sara.Account.Freeze(grant, key, now);
    }

    private static T? Pick<T>(IEnumerable<T> from, Random random) where T : class => from.OrderBy(_ => random.Next()).FirstOrDefault();
}
