using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>The credits that anybody with a confirmed address may ask for, once in each interval.</summary>
public sealed class DailyClaim(AppDbContext db, CreditLedger ledger, LastValid<ClaimOptions> options)
{
    public async Task<ClaimAnswer> ClaimAsync(Guid userId, CancellationToken cancel)
    {
        if (!options.Value.Enabled) return new(ClaimOutcome.SwitchedOff);
        if (!await db.Users.AnyAsync(u => u.Id == userId && u.EmailConfirmed, cancel)) return new(ClaimOutcome.NotConfirmed);

        var accountId = await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync(cancel);
        var terms = options.Value.Terms;
        return await ledger.ChangeAsync(accountId, async credits =>
        {
            var allowance = await credits.Db.Allowances.SingleAsync(a => a.AccountId == accountId, cancel);
            var isNew = allowance.TryClaim(terms, credits.At) is { } order && (await credits.GrantAsync(order, cancel)).Outcome == GrantOutcome.Granted;
            return new ClaimAnswer(isNew ? ClaimOutcome.Claimed : ClaimOutcome.NotYet, isNew ? terms.Amount : 0, allowance.NextClaimAt(terms.Every));
        }, cancel);
    }
}

/// <summary>What was credited, and when the next claim is possible.</summary>
public readonly record struct ClaimAnswer(ClaimOutcome Outcome, long Credited = 0, DateTime? NextAt = null);

public enum ClaimOutcome
{
    Claimed,
    NotYet,
    NotConfirmed,
    SwitchedOff,
}
