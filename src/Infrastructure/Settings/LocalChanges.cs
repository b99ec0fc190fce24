using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>Tells this node's subscribers the moment a transaction that raised their topic commits.</summary>
internal sealed class LocalChanges(ChangeNotices notices, ILogger<LocalChanges> log) : DbTransactionInterceptor
{
    public override async Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        foreach (var topic in notices.RaisedIn(transaction))
        {
            try
            {
                // Not cancelled with the request: the change has been made, whoever asked for it.
                await notices.TellAsync(topic, CancellationToken.None);
            }
            catch (Exception e)
            {
                log.LogWarning(e, "The change of {Topic} was saved but not applied here yet; the next poll tries again", topic);
            }
        }
    }
}
