using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>What the gateway announces, each once, however often it arrives.</summary>
public sealed class PaymentInbox(AppDbContext db, IBackgroundJobs jobs, TimeProvider clock)
{
    /// <summary>False when it is known.</summary>
    public async Task<bool> ReceiveAsync(GatewayEvent said, CancellationToken cancel)
    {
        var isNew = await TryAddAsync(said, cancel);

        // One that is known may have been lost by the queue: acting on it again does no harm.
        await jobs.EnqueueAsync<ApplyEventJob, string>(said.Id);
        return isNew;
    }

    private async Task<bool> TryAddAsync(GatewayEvent said, CancellationToken cancel)
    {
        db.PaymentEvents.Add(PaymentEvent.Receive(said, clock.UtcNow()));
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await db.PaymentEvents.AnyAsync(e => e.Id == said.Id, cancel)) throw;
            return false;
        }
    }
}
