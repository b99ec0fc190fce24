using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>What whoever asks may ask, and with how much. For showing only: what is charged is read where it is charged.</summary>
public sealed record AskerTerms(PlanOffer Plan, long Spendable);

public static class AskerTermsQueries
{
    public static async Task<AskerTerms> TermsOfAsync(this AppDbContext db, Asker asker, DateTime at, CancellationToken cancel)
    {
        var payer = await db.PayerAsync(asker.AccountId, asker.UserId, cancel);
        var balance = await db.CreditAccounts.BalanceAsync(asker.AccountId, at, cancel);
        return new(payer.Plan, balance?.Spendable ?? 0);
    }
}
