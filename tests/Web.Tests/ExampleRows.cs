using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests;

/// <summary>One row of each kind that an address may name, all with the same id, so that a page about one can be asked for.</summary>
public static class ExampleRows
{
    public static readonly Guid Id = new("0f1d2a00-0000-4000-8000-0000000000ee");

    public static Task<int> AddExamplesAsync(this WebApplicationFactory<Program> app) => app.AskAsync(async db =>
    {
        if (await db.Bans.AnyAsync(b => b.Id == Id)) return 0;

        var ban = Ban.Place(Offender.At(NetworkAddress.Parse("192.0.2.9")!.Value), 100, DateTime.UtcNow, TimeSpan.FromHours(1));
        Add(db, ban);
        var layla = await db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync();
        Add(db, ApiKey.Issue(layla, await db.Accounts.OfPerson(layla).Select(a => a.Id).SingleAsync(), new ApiKeyOrder("Example", ApiScope.All), DateTime.UtcNow).Key);
        Add(db, AppUser.Register("noura@example.com", "Noura", ViewPreferences.Default, DateTime.UtcNow));
        return await db.SaveChangesAsync();
    });

    private static void Add(AppDbContext db, object row)
    {
        db.Entry(row).Property("Id").CurrentValue = Id;
        db.Add(row);
    }
}
