using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>Makes the account of somebody who came by a provider, with an address that has been shown to be theirs.</summary>
public sealed class ExternalSignUp(
    AppDbContext db, UserManager<AppUser> users, NewUser newUser, Invitations invitations, ExternalSignIns signIns, LastValid<RegistrationOptions> registration, TimeProvider clock)
{
    public RegistrationMode Mode => registration.Value.Mode;

    /// <summary>Null when they may come in.</summary>
    public async Task<JoinRefusal?> TryAsync(Newcomer newcomer, CancellationToken cancel)
    {
        if (Mode == RegistrationMode.Closed) return JoinRefusal.Closed;

        try
        {
            return await db.WriteAsync(() => JoinAsync(newcomer, cancel), cancel, isThere: () => IsInAsync(newcomer, cancel));
        }
        catch (DbUpdateException)
        {
            // Of two at once the second is refused by the database, and then finds what the first one made.
            db.ChangeTracker.Clear();
            return await db.WriteAsync(() => JoinAsync(newcomer, cancel), cancel);
        }
    }

    private async Task<JoinRefusal?> JoinAsync(Newcomer newcomer, CancellationToken cancel)
    {
        if (await IsInAsync(newcomer, cancel)) return null;
        if (await db.OwnerOfAsync(newcomer.Address, cancel) is not null) return JoinRefusal.HasAccount;

        var anew = AppUser.Register(newcomer.Address, newcomer.Name, newcomer.Preferences, clock.UtcNow());
        var waiting = await users.FindByEmailAsync(newcomer.Address);
        if (Mode == RegistrationMode.Invitation && !await invitations.TryUseAsync(newcomer.InvitationCode ?? "", waiting?.Id ?? anew.Id, cancel)) return JoinRefusal.Invitation;

        var account = waiting ?? anew;
        waiting?.RegisterAgain(anew);
        account.EmailConfirmed = true;
        var kept = waiting is null ? await newUser.CreateAsync(anew, password: null, cancel) : await users.UpdateSecurityStampAsync(waiting);
        if (!kept.Succeeded) throw new DbUpdateException($"The account was not kept: {kept}");

        await db.AcceptTermsAsync(account.Id, clock.UtcNow(), cancel);
        signIns.Add(account.Id, newcomer.Key, newcomer.Identity);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task<bool> IsInAsync(Newcomer newcomer, CancellationToken cancel) => await signIns.FindAsync(newcomer.Identity, cancel) is not null;
}

/// <summary>Somebody who has accepted the terms, and the address that has been shown to be theirs.</summary>
public sealed record Newcomer(string Key, ExternalIdentity Identity, string Address, string Name, string? InvitationCode, ViewPreferences Preferences);

public enum JoinRefusal
{
    Closed,
    Invitation,
    HasAccount,
}
