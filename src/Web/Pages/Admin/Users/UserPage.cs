using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Users;

/// <summary>A page about one person.</summary>
public abstract class UserPage(AppDbContext db, TimeProvider clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public UserRow Row { get; private set; } = null!;

    public DateTime Now { get; } = clock.UtcNow();

    protected AppDbContext Db => db;

    /// <summary>False where there is nobody of that id.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancel) =>
        await db.RowsOf(db.Users.AsNoTracking().Where(u => u.Id == Id), Now).SingleOrDefaultAsync(cancel) is { } row && (Row = row) is not null;
}
