using Microsoft.AspNetCore.Identity;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>The one door through which people come in: what everybody has from the first moment is made here, with them or not at all.</summary>
public sealed class NewUser(AppDbContext db, UserManager<AppUser> users, AccountOpening accounts, CurrentGuest guest, AuditLog audit, TimeProvider clock)
{
    /// <summary>In the caller's transaction, or in one of its own. A refusal has written nothing. Without a password they sign in another way.</summary>
    public Task<IdentityResult> CreateAsync(AppUser user, string? password, CancellationToken cancel, PlanOffer? plan = null) => db.WriteAsync(async () =>
    {
        var created = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        if (!created.Succeeded) return created;

        await accounts.OfPersonAsync(user.Id, guest.VisitorId, user.CreatedAt, cancel, plan);
        await db.SaveChangesAsync(cancel);
        return created;
    }, cancel);

    /// <summary>Adds a confirmed user for the operator, with a role or a plan or without, and the log's entry of it: all or nothing.</summary>
    public async Task<IdentityResult> AddAsync(string email, string password, string? role, AuditActor by, CancellationToken cancel, PlanOffer? plan = null)
    {
        var user = AppUser.Register(email, email.Split('@')[0], ViewPreferences.Default, clock.UtcNow());
        user.EmailConfirmed = true;
        try
        {
            await audit.RecordAsync(by, new AuditAct(AuditAction.UserAdded, user.Id.ToString(), After: plan is null ? role : $"{role} {plan.Key}".TrimStart()), null, async () =>
            {
                Require(await CreateAsync(user, password, cancel, plan));
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
