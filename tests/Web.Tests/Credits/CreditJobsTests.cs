using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Web.Tests.Jobs;

namespace SaaSChat.Web.Tests.Credits;

public sealed class CreditJobsTests : IDisposable
{
    private readonly JobsApp _app = new();

    [Fact]
    public async Task The_sweep_frees_what_a_dead_node_held()
    {
        var sara = await _app.AddWalletAsync("sara", 100);
        await _app.HoldAsync(sara, 40);
        await _app.AskAsync(db => db.CreditHolds.ExecuteUpdateAsync(h => h.SetProperty(x => x.LeaseUntil, DateTime.UtcNow)));

        await _app.TriggerAsync("hold-sweep");

        await _app.Log.WaitForAsync(LogLevel.Warning, "was ended: node here no longer renewed it");
        Assert.Equal(100, await _app.SpendableAsync(sara));
    }

    [Fact]
    public async Task The_nightly_audit_says_that_the_ledger_is_whole_or_raises_the_alarm()
    {
        await _app.TriggerAsync("ledger-audit");
        await _app.Log.WaitForAsync(LogLevel.Information, "The ledger is whole");

        await _app.AskAsync(db => db.CreditAccounts.ExecuteUpdateAsync(a => a.SetProperty(x => x.Debt, x => x.Debt + 1)));
        await _app.TriggerAsync("ledger-audit");

        await _app.Log.WaitForAsync(LogLevel.Critical, "\"changes of the debt sum to the debt\" fails for 1 account(s)");
    }

    public void Dispose() => _app.Dispose();
}
