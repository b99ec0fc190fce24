using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Opens accounts, with what their plan gives from the first moment. Added to the caller's change: it is there with its owner, or neither is.</summary>
public sealed class AccountOpening(AppDbContext db, AllowancePosting allowances, TrialHandover trials)
{
    /// <summary>With what they had left and asked as a guest, when they were one. On the free plan, unless the operator puts them on another.</summary>
    public async Task OfPersonAsync(Guid userId, Guid? visitorId, DateTime at, CancellationToken cancel, PlanOffer? plan = null)
    {
        var trial = visitorId is { } visitor ? await trials.TakeAsync(visitor, cancel) : null;
        var account = Account.OfPerson(userId, at);
        var credits = await OpenAsync(account, plan ?? PlanCatalogue.Free, at, cancel);
        if (trial is not null) await credits.GrantAsync(trial, cancel);
        await AddSumsAsync(credits, cancel);
        if (visitorId is { } guest) await db.TakeOverChatsAsync(guest, userId, account.Id, cancel);
    }

    public async Task<Guid> OfGuestAsync(DateTime at, CancellationToken cancel)
    {
        var credits = await OpenAsync(Account.OfGuest(at), PlanCatalogue.Guest, at, cancel);
        await AddSumsAsync(credits, cancel);
        return credits.Account.Id;
    }

    // What it has from the first moment is counted with what others are given.
    private static async Task AddSumsAsync(LockedCredits credits, CancellationToken cancel)
    {
        GrantDays.Add(credits);
        await credits.Beside.ChangeAsync(cancel);
    }

    // Nobody else knows of the account yet, so it needs no lock.
    private async Task<LockedCredits> OpenAsync(Account account, PlanOffer plan, DateTime at, CancellationToken cancel)
    {
        var opened = new LockedCredits(db, CreditAccount.Open(account.Id, at), at);
        opened.Account.AwaitAllowance(at);

        db.Accounts.Add(account);
        db.CreditAccounts.Add(opened.Account);
        db.Allowances.Add(Allowance.Open(account.Id, plan.Key, at));
        await allowances.PostAsync(opened, cancel);
        return opened;
    }
}
