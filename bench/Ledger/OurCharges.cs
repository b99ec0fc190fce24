using SaaSChat.Domain;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Bench.Ledger;

/// <summary>Charges through the site's own code: one transaction holds, another settles.</summary>
internal sealed class OurCharges(Wallets wallets) : ICharges
{
    public async Task<int> ChargeAsync(Guid account)
    {
        var order = new HoldOrder($"bench:{Ids.NewId():N}", 10, "bench");
        var hold = (await wallets.ChangeAsync(account, credits => credits.HoldAsync(order, default))).Hold!;
        await wallets.ChangeAsync(account, credits => credits.SettleAsync(hold.Id, 7, default));
        return 2;
    }
}

/// <summary>The same within one transaction, as a call whose price is known beforehand is charged.</summary>
internal sealed class OurDebits(Wallets wallets) : ICharges
{
    public async Task<int> ChargeAsync(Guid account)
    {
        var order = new HoldOrder($"bench:{Ids.NewId():N}", 7, "bench");
        await wallets.ChangeAsync(account, async credits => await credits.SettleAsync((await credits.HoldAsync(order, default)).Hold!.Id, 7, default));
        return 1;
    }
}
