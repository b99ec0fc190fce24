using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

public static class TermsAcceptances
{
    /// <summary>Given by a sign-in to whoever has not accepted the terms as they are now; gone when the cookie is renewed after they did.</summary>
    public const string DueClaim = "terms-due";

    public static Task<bool> HasAcceptedTermsAsync(this AppDbContext db, Guid userId, CancellationToken cancel)
    {
        var version = TermsAcceptance.CurrentVersion;
        return db.TermsAcceptances.AnyAsync(t => t.UserId == userId && t.Version == version, cancel);
    }

    /// <summary>Adds it to the caller's change; who has accepted this version before did so then.</summary>
    public static async Task AcceptTermsAsync(this AppDbContext db, Guid userId, DateTime at, CancellationToken cancel)
    {
        if (!await db.HasAcceptedTermsAsync(userId, cancel)) db.TermsAcceptances.Add(new TermsAcceptance(userId, TermsAcceptance.CurrentVersion, at));
    }
}
