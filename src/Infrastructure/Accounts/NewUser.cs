using Microsoft.AspNetCore.Identity;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Adds a confirmed user for the operator, with a role or without, and the log's entry of it: all or nothing.</summary>
public sealed class NewUser(UserManager<AppUser> users, AuditLog audit, TimeProvider clock)
{
    public async Task<IdentityResult> AddAsync(string email, string password, string? role, AuditActor by, CancellationToken cancel)
    {
        var user = AppUser.Register(email, email.Split('@')[0], "en", "UTC", clock.UtcNow());
        user.EmailConfirmed = true;
        try
        {
            await audit.RecordAsync(by, new AuditAct(AuditAction.UserAdded, user.Id.ToString(), After: role), null, async () =>
            {
                Require(await users.CreateAsync(user, password));
                if (role is not null) Require(await users.AddToRoleAsync(user, role));
            }, cancel);
            return IdentityResult.Success;
        }
        catch (RefusedByIdentity refused)
        {
            return refused.Result;
        }
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded) throw new RefusedByIdentity(result);
    }

    // Carries the refusal out through the transaction, so that it rolls back.
    private sealed class RefusedByIdentity(IdentityResult result) : Exception
    {
        public IdentityResult Result { get; } = result;
    }
}
