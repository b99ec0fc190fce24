using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Admin;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users;

public sealed class IndexModel(AppDbContext db, OfferedPlans plans, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public UserQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<PlanOffer> Plans { get; } = plans.ForAccounts;
    public IReadOnlyList<UserRow> Rows { get; private set; } = [];
    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Query.Read() is not { } search)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            ModelState.AddModelError("", text["Errors.Users.Filter"]);
            return;
        }

        var users = search.In(db);
        if (await LastSeenAsync(cancel) is { } last) users = users.After(last);

        // One more than is shown tells whether there is another page.
        var found = await db.RowsOf(users.NewestFirst().Take(PageSize + 1), clock.UtcNow()).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Rows[^1].Id;
    }

    private async Task<AppUser?> LastSeenAsync(CancellationToken cancel) =>
        After is { } id ? await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) : null;
}
