using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Prompts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Prompts;

namespace SaaSChat.Web.Prompts;

/// <summary>A page about a prompt of one's own. Somebody else's is not there.</summary>
public abstract class OwnPromptPage(AppDbContext db, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Prompt Prompt { get; private set; } = null!;

    protected AppDbContext Db { get; } = db;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Shows() : NotFound();

    protected virtual IActionResult Shows() => Page();

    protected async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await Db.Prompts.OwnedBy(me.Id).SingleOrDefaultAsync(p => p.Id == Id, cancel) is not { } found) return false;

        Prompt = found;
        return true;
    }
}
