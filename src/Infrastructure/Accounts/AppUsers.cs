using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>
/// Identity's people, of whose failed sign-ins each counts. Where somebody else changed the person in between, Identity gives the count up, and leaves the person
/// altered for whatever is saved next.
/// </summary>
internal sealed class AppUsers(
    AppDbContext db, IUserStore<AppUser> store, IOptions<IdentityOptions> options, IPasswordHasher<AppUser> hasher, IEnumerable<IUserValidator<AppUser>> userValidators,
    IEnumerable<IPasswordValidator<AppUser>> passwordValidators, ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<AppUser>> log)
    : UserManager<AppUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    public override Task<IdentityResult> AccessFailedAsync(AppUser user) => UntilSavedAsync(user, base.AccessFailedAsync);

    public override Task<IdentityResult> ResetAccessFailedCountAsync(AppUser user) => UntilSavedAsync(user, base.ResetAccessFailedCountAsync);

    // Of many at once one gets through each time, so it ends.
    private async Task<IdentityResult> UntilSavedAsync(AppUser user, Func<AppUser, Task<IdentityResult>> change)
    {
        while (true)
        {
            var result = await change(user);
            if (result.Errors.All(e => e.Code != nameof(IdentityErrorDescriber.ConcurrencyFailure))) return result;

            await db.Entry(user).ReloadAsync(CancellationToken);
            if (db.Entry(user).State == EntityState.Detached) return result;
        }
    }
}
