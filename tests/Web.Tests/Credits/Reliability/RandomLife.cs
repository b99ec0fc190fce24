using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>Whatever may happen to an account's credits, in an order that only the seed knows.</summary>
internal sealed class RandomLife(Guid account, int seed, string name)
{
    // A purchase comes with its payment, which is not the ledger's.
    private static readonly GrantSource[] Sources = [.. Enum.GetValues<GrantSource>().Where(s => s != GrantSource.Purchase)];

    private readonly Random _random = new(seed);
    private readonly List<string> _grants = [];
    private readonly List<Guid> _holds = [];
    private int _keys;

    public Task<int> LiveAsync(CreditLedger ledger) => ledger.ChangeAsync(account, async credits =>
    {
        await ActAsync(credits);
        return 0;
    }, default);

    private async Task ActAsync(LockedCredits credits)
    {
        var sum = _random.NextInt64(1, 500);
        switch (_random.Next(12))
        {
            case <= 1: await GiveAsync(credits, sum); break;
            case <= 5: await HoldAsync(credits, sum); break;
            case <= 7 when TakeHold() is { } hold: await credits.SettleAsync(hold, _random.NextInt64(0, 600), default); break;
            case 8 when TakeHold() is { } hold: await credits.VoidAsync(hold, default); break;
            case 9 when _holds.Count > 0: await credits.ExtendAsync(_holds[^1], sum, default); break;
            case 10 when _holds.Count > 0: await credits.SweepAsync(_holds[0], default); break;
            case 11 when _grants.Count > 0: await TakeBackAsync(credits, _grants[_random.Next(_grants.Count)]); break;
        }
    }

    private async Task GiveAsync(LockedCredits credits, long sum)
    {
        var expiry = _random.Next(3) == 0 ? (DateTime?)null : credits.At.AddMinutes(_random.Next(-5, 600));
        var order = new GrantOrder(Sources[_random.Next(Sources.Length)], $"{name}:grant:{++_keys}", sum, expiry);
        if ((await credits.GrantAsync(order, default)).Outcome == GrantOutcome.Granted) _grants.Add(order.SourceKey);
    }

    private async Task HoldAsync(LockedCredits credits, long sum)
    {
        if ((await credits.HoldAsync(new HoldOrder($"{name}:hold:{++_keys}", sum, name), default)).Hold is { } hold) _holds.Add(hold.Id);
    }

    private async Task TakeBackAsync(LockedCredits credits, string sourceKey)
    {
        var grant = await credits.Db.CreditGrants.SingleAsync(g => g.SourceKey == sourceKey);
        if (_random.Next(4) == 0) await credits.ClawAsync(sourceKey, _random.NextInt64(1, grant.Amount + 1), default);
        else if (grant.FrozenBy is { } frozen) await credits.ThawAsync(sourceKey, frozen, default);
        else await credits.FreezeAsync(sourceKey, $"{name}:freeze:{++_keys}", default);
    }

    private Guid? TakeHold()
    {
        if (_holds.Count == 0) return null;
        var hold = _holds[_random.Next(_holds.Count)];
        _holds.Remove(hold);
        return hold;
    }
}
