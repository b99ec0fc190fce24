using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Assistants;

public sealed class IndexModel(AppDbContext db, OfferedAssistants house, CurrentUser me) : PageModel
{
    public IReadOnlyList<Assistant> House => house.Now;
    public IReadOnlyList<Assistant> Mine { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (me.IsSignedIn) Mine = await db.Assistants.AsNoTracking().OwnedBy(me.Id).OrderBy(a => a.Name).ToListAsync(cancel);
    }
}
