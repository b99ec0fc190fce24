using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Api;

/// <summary>Makes and revokes keys. Their person reads of each in a letter.</summary>
public sealed class ApiKeys(AppDbContext db, ApiKeyChecks checks, AuditLog audit, Outbox outbox, LastValid<ApiOptions> options, TimeProvider clock)
{
    public int Most => options.Value.KeysPerPerson;

    /// <summary>Null when the person has as many as they may.</summary>
    public Task<IssuedKey?> IssueAsync(Guid userId, ApiKeyOrder order, CancellationToken cancel) => db.WriteAsync(() => TryIssueAsync(userId, order, cancel), cancel);

    /// <summary>The operator's way to the same, with its entry in the log.</summary>
    public async Task<IssuedKey?> IssueByOperatorAsync(Guid userId, ApiKeyOrder order, CancellationToken cancel)
    {
        IssuedKey? issued = null;
        var act = new AuditAct(AuditAction.ApiKeyCreated, userId.ToString(), After: string.Join(' ', order.Scopes));
        try
        {
            await audit.RecordAsync(AuditActor.Operator, act, null, async () => issued = await TryIssueAsync(userId, order, cancel) ?? throw new NoPlaceLeftException(), cancel);
            return issued;
        }
        catch (NoPlaceLeftException)
        {
            return null;
        }
    }

    /// <summary>Only the owner's. Null when they have no such key, or it was revoked before; else the letter that tells of it.</summary>
    public async Task<Guid?> RevokeAsync(Guid userId, Guid keyId, CancellationToken cancel)
    {
        var letter = await db.WriteAsync<Guid?>(async () =>
        {
            var owner = await LockAsync(userId, cancel);
            if (await db.ApiKeys.OwnedBy(userId).SingleOrDefaultAsync(k => k.Id == keyId && k.RevokedAt == null, cancel) is not { } key) return null;

            key.Revoke(clock.UtcNow());
            var written = Write(MailKind.ApiKeyRevoked, owner, key);
            await db.SaveChangesAsync(cancel);
            return written;
        }, cancel);
        checks.Forget();
        return letter;
    }

    private async Task<IssuedKey?> TryIssueAsync(Guid userId, ApiKeyOrder order, CancellationToken cancel)
    {
        var (owner, at) = (await LockAsync(userId, cancel), clock.UtcNow());
        if (await db.ApiKeys.OwnedBy(userId).LiveAt(at).CountAsync(cancel) >= Most) return null;

        var accountId = await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync(cancel);
        var (key, secret) = ApiKey.Issue(userId, accountId, order, at);
        db.ApiKeys.Add(key);
        var letter = Write(MailKind.ApiKeyCreated, owner, key);
        await db.SaveChangesAsync(cancel);
        return new IssuedKey(key, secret, letter);
    }

    // The update only locks: of two who take the last place at once, the second finds it taken.
    private async Task<AppUser> LockAsync(Guid userId, CancellationToken cancel)
    {
        await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(u => u.SetProperty(x => x.ConcurrencyStamp, x => x.ConcurrencyStamp), cancel);
        return await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancel);
    }

    private Guid Write(MailKind kind, AppUser owner, ApiKey key) =>
        outbox.Write(kind, owner.Email!, owner.Language, new MailArguments { Name = owner.Name, Label = key.Label, Path = "/account/keys" });

    // Carries the refusal out through the transaction, so that it rolls back.
    private sealed class NoPlaceLeftException : Exception;
}

/// <summary>A key with its secret, which is never to be had again, and the letter about it, which may be sent at once.</summary>
public sealed record IssuedKey(ApiKey Key, string Secret, Guid LetterId);
