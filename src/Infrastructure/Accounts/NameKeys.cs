using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>People who signed up before names could be searched for in every spelling.</summary>
public sealed class NameKeys(AppDbContext db)
{
    private const int Page = 1_000;

    public async Task FillAsync(CancellationToken cancel)
    {
        while (await db.Users.AsNoTracking().Where(u => u.NameKey == "" && u.Name != "").OrderBy(u => u.Id).Select(u => new { u.Id, u.Name }).Take(Page).ToListAsync(cancel) is { Count: > 0 } people)
        {
            foreach (var person in people)
            {
                // A name of signs that nobody searches for is its own key, so that it is not looked at again.
                var key = AppUser.KeyOf(person.Name) is { Length: > 0 } known ? known : person.Name;
                await db.Users.Where(u => u.Id == person.Id && u.Name == person.Name).ExecuteUpdateAsync(u => u.SetProperty(x => x.NameKey, key), cancel);
            }
        }
    }
}
