using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Deletes what has been over for long enough.</summary>
internal sealed class RetentionJob(Leftovers leftovers, UnconfirmedAccounts unconfirmed, IOptionsMonitor<RetentionOptions> retention, TimeProvider clock) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        await leftovers.DeleteAsync(cancel);
        await unconfirmed.RemoveAsync(clock.UtcNow() - retention.CurrentValue.UnconfirmedAccounts, cancel);
        await leftovers.ForgetGuestsAsync(cancel);
    }
}
