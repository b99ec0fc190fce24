using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Opens accounts, with what their plan gives from the first moment.</summary>
public sealed class AccountOpening(AppDbContext db, AllowancePosting allowances)
{
    /// <summary>Adds a person's account to the caller's change: it is there with the person, or neither is.</summary>
    public Task OfPersonAsync(Guid userId, DateTime at, CancellationToken cancel) =>
        OpenAsync(Account.OfPerson(userId, at), PlanCatalogue.Free, at, cancel);

    // Nobody else knows of the account yet, so it needs no lock.
    private Task OpenAsync(Account account, PlanOffer plan, DateTime at, CancellationToken cancel)
    {
        var credits = CreditAccount.Open(account.Id, at);
        credits.AwaitAllowance(at);

        db.Accounts.Add(account);
        db.CreditAccounts.Add(credits);
        db.Allowances.Add(Allowance.Open(account.Id, plan.Key, at));
        return allowances.PostAsync(new LockedCredits(db, credits, at), cancel);
    }
}
