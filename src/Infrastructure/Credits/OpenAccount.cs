using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

public static class OpenAccount
{
    /// <summary>Adds a person's account, with no credits yet, to the caller's change: it is there with the person or neither is.</summary>
    public static Account OpenAccountOf(this AppDbContext db, Guid userId, DateTime at)
    {
        var account = Account.OfPerson(userId, at);
        db.Accounts.Add(account);
        db.CreditAccounts.Add(CreditAccount.Open(account.Id, at));
        return account;
    }
}
