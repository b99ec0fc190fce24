using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Compares the gateway's books with ours.</summary>
internal sealed class ReconcileJob(Reconciliation reconciliation, PlanReconciliation plans) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        await reconciliation.FetchEventsAsync(cancel);
        await reconciliation.SettleOrdersAsync(cancel);
        await reconciliation.FinishRefundsAsync(cancel);
        await plans.SettleAsync(cancel);
    }
}
