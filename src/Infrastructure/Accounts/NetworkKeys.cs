using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Hashes where guests come from, so that those of one network can be counted and nobody can read back which network it was.</summary>
public sealed class NetworkKeys(AppDbContext db, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SaaSChat.Networks");

    /// <summary>Makes the month's key where there is none that the key ring opens; in a transaction of its own.</summary>
    public async Task EnsureAsync(DateTime at, CancellationToken cancel)
    {
        var month = NetworkKey.MonthOf(at);
        if (await FindAsync(month, cancel) is { } kept && Open(kept) is not null) return;

        var wrapped = Convert.ToBase64String(_protector.Protect(RandomNumberGenerator.GetBytes(32)));
        try
        {
            await db.WriteAsync(async () =>
            {
                await db.NetworkKeys.Where(k => k.Month == month).ExecuteDeleteAsync(cancel);
                db.NetworkKeys.Add(new NetworkKey(month, wrapped, at));
                return await db.SaveChangesAsync(cancel);
            }, cancel, isThere: () => db.NetworkKeys.AnyAsync(k => k.Wrapped == wrapped, cancel));
        }
        catch (DbUpdateException)
        {
            // Of two nodes that make the first key of a month at once, the second takes the first one's.
            db.ChangeTracker.Clear();
            if (await FindAsync(month, cancel) is null) throw;
        }
    }

    /// <summary>Inside the caller's transaction: locks the month's key, so that those who ask for a hash take turns until it ends.</summary>
    public async Task<string> HashAsync(string origin, DateTime at, CancellationToken cancel)
    {
        var month = NetworkKey.MonthOf(at);
        await db.NetworkKeys.Where(k => k.Month == month).ExecuteUpdateAsync(k => k.SetProperty(x => x.LockedAt, at), cancel);
        var key = await FindAsync(month, cancel) is { } kept ? Open(kept) : null;
        return Convert.ToHexStringLower(HMACSHA256.HashData(key ?? throw new InvalidOperationException("The month's key was not made."), Encoding.UTF8.GetBytes(origin)));
    }

    private Task<NetworkKey?> FindAsync(string month, CancellationToken cancel) => db.NetworkKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Month == month, cancel);

    // A key ring that was deleted opens nothing that it wrapped.
    private byte[]? Open(NetworkKey kept)
    {
        try
        {
            return _protector.Unprotect(Convert.FromBase64String(kept.Wrapped));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
