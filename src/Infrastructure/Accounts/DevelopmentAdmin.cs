using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>The admin that a development database comes with. Never made elsewhere: production makes its first admin by command.</summary>
public sealed class DevelopmentAdmin(AppDbContext db, UserManager<AppUser> users, NewUser newUser, CreditLedger ledger, TimeProvider clock)
{
    public const string Email = "admin@saaschat.local";
    public const string Password = "saaschat-development";

    private static readonly GrantOrder Credits = new(GrantSource.Admin, "development-admin", 1_000_000_000);

    public async Task EnsureAsync(CancellationToken cancel)
    {
        await EnsureUserAsync(cancel);
        if (await db.CreditGrants.AnyAsync(g => g.SourceKey == Credits.SourceKey, cancel)) return;

        var account = await db.Accounts.Where(a => db.Users.Any(u => u.Id == a.OwnerId && u.Email == Email)).Select(a => a.Id).SingleAsync(cancel);
        await ledger.ChangeAsync(account, credits => credits.GrantAsync(Credits, cancel), cancel);
    }

    private async Task EnsureUserAsync(CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(Email) is not null) return;

        // The free plan's limits would end a developer's day after a few answers.
        var added = await newUser.AddAsync(Email, Password, Roles.Admin, AuditActor.System, cancel, PlanCatalogue.Premium);
        if (added.Succeeded) await AcceptTermsAsync(cancel);

        // Of two nodes that start at once, the second is refused because the first one's admin is there.
        if (!added.Succeeded && await users.FindByEmailAsync(Email) is null)
            throw new InvalidOperationException($"The development admin was refused: {added}");
    }

    // Nobody who builds here is asked first.
    private async Task AcceptTermsAsync(CancellationToken cancel)
    {
        var admin = await users.FindByEmailAsync(Email);
        await db.AcceptTermsAsync(admin!.Id, clock.UtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
