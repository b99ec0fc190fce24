using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Prompts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Prompts;

namespace SaaSChat.Web.Pages.Prompts;

public sealed class IndexModel(AppDbContext db, CurrentUser me) : PageModel
{
    private List<Prompt> _mine = [];

    [BindProperty(SupportsGet = true)]
    public string? Tag { get; set; }

    public bool IsEmpty => _mine.Count == 0;
    public IReadOnlyList<string> Tags => [.. _mine.SelectMany(p => p.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)];
    public IEnumerable<Prompt> Shown => Tag is null ? _mine : _mine.Where(p => p.Tags.Contains(Tag, StringComparer.Ordinal));

    public async Task OnGetAsync(CancellationToken cancel) => _mine = await db.Prompts.AsNoTracking().OwnedBy(me.Id).LatestFirst().ToListAsync(cancel);
}
