using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Keeps the secrets of authenticator apps, sealed, and takes each of their codes once.</summary>
public sealed class Authenticators(AppDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _seal = protection.CreateProtector("SaaSChat.Authenticators");

    /// <summary>Adds it to the caller's change, with the step of the code that proved it: that code is used up.</summary>
    public void Add(Guid userId, byte[] secret, long step) => db.Authenticators.Add(new Authenticator(userId, _seal.Protect(secret), step, clock.UtcNow()));

    /// <summary>False for a wrong code and for one that was taken before, however many send it at once.</summary>
    public async Task<bool> TakeAsync(Guid userId, string typed, CancellationToken cancel)
    {
        var app = await db.Authenticators.AsNoTracking().SingleOrDefaultAsync(a => a.UserId == userId, cancel);
        if (app is null || Totp.FindStep(_seal.Unprotect(app.SealedSecret), typed, clock.UtcNow()) is not { } step) return false;

        return await db.Authenticators.Where(a => a.UserId == userId && a.LastStep < step)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastStep, step), cancel) == 1;
    }

    public Task RemoveAsync(Guid userId, CancellationToken cancel) => db.Authenticators.Where(a => a.UserId == userId).ExecuteDeleteAsync(cancel);
}
