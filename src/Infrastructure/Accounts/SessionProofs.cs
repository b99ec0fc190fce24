using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>How surely, and how lately, the person in a session has shown that it is them.</summary>
public sealed class SessionProofs(AppDbContext db, TimeProvider clock)
{
    public Task<bool> IsFreshAsync(Guid sessionId, CancellationToken cancel)
    {
        var since = clock.UtcNow() - Session.ProofLasts;
        return db.Sessions.AnyAsync(s => s.Id == sessionId && s.ProvenAt > since, cancel);
    }

    public Task<bool> HasTwoFactorsAsync(Guid sessionId, CancellationToken cancel) =>
        db.Sessions.AnyAsync(s => s.Id == sessionId && s.TwoFactors, cancel);

    public Task<bool> HasFactorOnAsync(Guid userId, CancellationToken cancel) => db.Users.AnyAsync(u => u.Id == userId && u.TwoFactorEnabled, cancel);

    /// <summary>A second factor, once given, stays given when the password is asked for again.</summary>
    public Task RenewAsync(Guid sessionId, bool twoFactors, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return db.Sessions.Where(s => s.Id == sessionId)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvenAt, now).SetProperty(x => x.TwoFactors, x => x.TwoFactors || twoFactors), cancel);
    }

    /// <summary>The factor is gone, so no session of theirs has it any more; a passkey that is left gives it back.</summary>
    public Task ForgetFactorAsync(Guid userId, CancellationToken cancel) =>
        db.Sessions.Where(s => s.UserId == userId && s.TwoFactors).ExecuteUpdateAsync(s => s.SetProperty(x => x.TwoFactors, false), cancel);
}
