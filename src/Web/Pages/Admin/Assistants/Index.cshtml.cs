using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin.Assistants;

public sealed class IndexModel(AppDbContext db) : PageModel
{
    public IReadOnlyList<HouseRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await db.Assistants.AsNoTracking().OfTheHouse()
        .OrderBy(a => a.RetiredAt != null).ThenBy(a => a.CreatedAt)
        .Select(a => new HouseRow(a, db.Conversations.Count(c => c.AssistantId == a.Id))).ToListAsync(cancel);
}

/// <param name="Assistant">One of the house's.</param>
/// <param name="Chats">How many follow it.</param>
public sealed record HouseRow(Assistant Assistant, int Chats);
