using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

internal static class OneByOne
{
    /// <summary>Does one of many: where it fails the log is told, and it holds up none of the others.</summary>
    public static async Task TryAsync(this AppDbContext db, string about, Guid id, Func<Task> act, ILogger log, CancellationToken cancel)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.LogError(e, "{About} {Id} could not be brought to what the gateway says; it is tried again", about, id);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
