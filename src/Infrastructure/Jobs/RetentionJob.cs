using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Deletes what has been over for long enough, and folds what is only read any more.</summary>
internal sealed class RetentionJob(Leftovers leftovers, UnconfirmedAccounts unconfirmed, DayFolding days, IOptionsMonitor<RetentionOptions> retention, TimeProvider clock) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        await leftovers.DeleteAsync(cancel);
        await unconfirmed.RemoveAsync(clock.UtcNow() - retention.CurrentValue.UnconfirmedAccounts, cancel);
        await leftovers.ForgetGuestsAsync(cancel);
        await days.FoldAsync(cancel);
    }
}
