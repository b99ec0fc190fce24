using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Prompts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Prompts;

namespace SaaSChat.Web.Pages.Prompts;

/// <summary>The list that opens beside the composer.</summary>
public sealed class PickerModel(AppDbContext db, CurrentUser me) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<Prompt> Prompts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Prompts = await db.Prompts.AsNoTracking().OwnedBy(me.Id).LatestFirst().Take(Most).ToListAsync(cancel);
        return Request.IsHtmx() ? Partial("_Picker", Prompts) : Page();
    }
}
