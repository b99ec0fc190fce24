using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Credits that an admin or the operator gives a person by hand, with the log's entry of it: both or neither.</summary>
public sealed class AdminGrant(AppDbContext db, CreditLedger ledger, AuditLog audit)
{
    /// <summary>The key of the grant that such a decision leaves.</summary>
    public static string SourceKeyOf(string key) => $"admin:{key}";

    /// <param name="key">Made once for each decision to give, so that a repeated call gives nothing more.</param>
    public async Task<GrantOutcome> GiveAsync(Guid userId, long credits, string key, string? reason, AuditActor by, CancellationToken cancel, DateTime? expiresAt = null)
    {
        var order = new GrantOrder(GrantSource.Admin, SourceKeyOf(key), credits, expiresAt);
        var account = await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync(cancel);
        return await ledger.ChangeAsync(account, async wallet =>
        {
            var (outcome, _) = await wallet.GrantAsync(order, cancel);
            if (outcome == GrantOutcome.Granted)
                await audit.RecordAsync(by, new AuditAct(AuditAction.CreditsGranted, userId.ToString(), After: $"{credits}"), reason, cancel);
            return outcome;
        }, cancel);
    }
}
