using Microsoft.AspNetCore.Identity;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>The admin that a development database comes with. Never made elsewhere: production makes its first admin by command.</summary>
public sealed class DevelopmentAdmin(AppDbContext db, UserManager<AppUser> users, NewUser newUser, TimeProvider clock)
{
    public const string Email = "admin@saaschat.local";
    public const string Password = "saaschat-development";

    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(Email) is not null) return;

        var added = await newUser.AddAsync(Email, Password, Roles.Admin, AuditActor.System, cancel);
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
