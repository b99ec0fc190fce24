using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Privacy;

/// <summary>A person leaves: a letter of goodbye, then nothing of them stays but a tombstone.</summary>
public sealed class AccountDeletion(
    AppDbContext db, Erasure erasure, MoneySettlement money, Outbox outbox, AuditLog audit, SessionChecks sessions, IBackgroundJobs jobs, TimeProvider clock, ILogger<AccountDeletion> log)
{
    public Task<Departure> DeleteAsync(Guid userId, CancellationToken cancel) => DeleteAsync(userId, AuditActor.User(userId), null, cancel);

    public async Task<Departure> DeleteAsync(Guid userId, AuditActor by, string? reason, CancellationToken cancel)
    {
        if (!await MayLeaveAsync(userId, cancel)) return Departure.LastAdmin;
        if (!await TrySettleAsync(userId, cancel)) return Departure.MoneyUnsettled;

        try
        {
            var goodbye = Guid.Empty;
            await audit.RecordAsync(
                by, new AuditAct(AuditAction.AccountDeleted, userId.ToString()), reason, async () => goodbye = await LeaveAsync(userId, cancel), cancel);

            sessions.Forget();
            await jobs.EnqueueAsync<SendMailJob, Guid>(goodbye);
            return Departure.Done;
        }
        catch (NotLeavingException stays)
        {
            return stays.Outcome;
        }
    }

    public async Task<bool> MayLeaveAsync(Guid userId, CancellationToken cancel)
    {
        var admins = db.UserRoles.Where(r => r.RoleId == Roles.Ids[Roles.Admin]);
        return !await admins.AnyAsync(r => r.UserId == userId, cancel)
            || await admins.AnyAsync(r => r.UserId != userId && db.Users.Any(u => u.Id == r.UserId && u.SuspendedAt == null), cancel);
    }

    // Before anything is locked: the gateway is asked.
    private async Task<bool> TrySettleAsync(Guid userId, CancellationToken cancel)
    {
        try
        {
            foreach (var account in await db.Accounts.OfPerson(userId).Select(a => a.Id).ToListAsync(cancel))
            {
                if (!await money.SettleAsync(account, cancel)) return false;
            }

            return true;
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "Nobody was deleted, because the gateway did not end what they pay for: {Fault} {Code}", e.Fault, e.Code);
            return false;
        }
    }

    // The log is locked by now: of two last admins who leave at once, the second sees that the first is gone.
    private async Task<Guid> LeaveAsync(Guid userId, CancellationToken cancel)
    {
        if (!await MayLeaveAsync(userId, cancel)) throw new NotLeavingException(Departure.LastAdmin);

        // Something was bought in another window since it was settled.
        foreach (var account in await db.Accounts.OfPerson(userId).Select(a => a.Id).ToListAsync(cancel))
        {
            if (!await money.IsSettledAsync(account, cancel)) throw new NotLeavingException(Departure.MoneyUnsettled);
        }

        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId && u.DeletedAt == null, cancel) ?? throw new NotLeavingException(Departure.Done);
        await erasure.EntombAsync(userId, user.NormalizedEmail!, clock.UtcNow(), cancel);
        return outbox.Write(MailKind.AccountDeleted, user.Email!, user.Language, new MailArguments { Name = user.Name, Path = $"/{user.Language}" });
    }

    // Carries the outcome out through the transaction, so that it rolls back.
    private sealed class NotLeavingException(Departure outcome) : Exception
    {
        public Departure Outcome { get; } = outcome;
    }
}

public enum Departure
{
    Done,

    /// <summary>Refused: a site that nobody runs could be run by nobody ever after.</summary>
    LastAdmin,

    /// <summary>Refused: the gateway could not be told to charge nothing more.</summary>
    MoneyUnsettled,
}
