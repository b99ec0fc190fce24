using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Web.Pages.Admin.Models.Prices;

/// <summary>What a model costs, has cost and will cost.</summary>
public sealed class IndexModel(ModelKeeping keeping, TimeProvider clock) : PageModel
{
    public ChatModel Known { get; private set; } = null!;
    public DateTime Now { get; } = clock.UtcNow();
    public ModelPrice? Current => Known.PriceAt(Now);

    /// <summary>The newest first; what was taken back stays in the audit log.</summary>
    public IReadOnlyList<ModelPrice> Prices => [.. Known.Prices.Where(p => p.TakenBackAt is null).OrderByDescending(p => p.From)];

    public async Task<IActionResult> OnGetAsync(string modelKey, CancellationToken cancel)
    {
        if (await keeping.FindAsync(modelKey, cancel) is not { } found) return NotFound();

        Known = found;
        return Page();
    }

    /// <summary>Where the next begins, whether this one has been closed yet or not.</summary>
    public DateTime? EndOf(ModelPrice price)
    {
        var next = Prices.LastOrDefault(p => p.From > price.From)?.From;
        return price.Until is { } until && (next is null || until < next) ? until : next;
    }
}
