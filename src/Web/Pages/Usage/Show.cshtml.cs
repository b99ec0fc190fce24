using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Web.Pages.Usage;

/// <summary>One call to a model, opened to the parts of its charge.</summary>
public sealed class ShowModel(AppDbContext db, OfferedModels offered, CurrentUser me) : PageModel
{
    public UsageRecord Record { get; private set; } = null!;

    /// <summary>The model's name; its key where the model is gone.</summary>
    public string ModelName { get; private set; } = "";

    public IEnumerable<UsagePart> Parts => Record.Parts.OrderBy(p => p.Kind);

    public async Task<IActionResult> OnGetAsync(long seq, CancellationToken cancel)
    {
        var mine = db.UsageRecords.AsNoTracking().Include(r => r.Parts).OfPerson(db, me.Id);
        if (await mine.SingleOrDefaultAsync(r => r.Seq == seq, cancel) is not { } record) return NotFound();

        Record = record;
        ModelName = offered.NameOf(record.ModelKey);
        return Page();
    }
}
