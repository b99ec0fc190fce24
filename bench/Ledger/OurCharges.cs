using SaaSChat.Domain;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Bench.Ledger;

/// <summary>Charges through the site's own code: one transaction holds, another settles.</summary>
internal sealed class OurCharges(Wallets wallets) : ICharges
{
    public async Task<int> ChargeAsync(Guid account)
    {
        var order = new HoldOrder($"bench:{Ids.NewId():N}", 10, "bench");
        await wallets.SettleAsync(await wallets.HoldAsync(account, order), 7);
        return 2;
    }
}

/// <summary>The same within one transaction, as a call whose price is known beforehand is charged.</summary>
internal sealed class OurDebits(Wallets wallets) : ICharges
{
    public async Task<int> ChargeAsync(Guid account)
    {
        var order = new HoldOrder($"bench:{Ids.NewId():N}", 7, "bench");
        await wallets.DebitAsync(account, order);
        return 1;
    }
}
