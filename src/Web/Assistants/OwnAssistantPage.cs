using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Assistants;

/// <summary>A page about an assistant of one's own. Somebody else's is not there.</summary>
public abstract class OwnAssistantPage(AppDbContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Assistant Assistant { get; private set; } = null!;

    protected AppDbContext Db { get; } = db;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Shows() : NotFound();

    protected virtual IActionResult Shows() => Page();

    protected async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await Db.Assistants.OwnedBy(me.Id).SingleOrDefaultAsync(a => a.Id == Id, cancel) is not { } found) return false;

        Assistant = found;
        return true;
    }
}
