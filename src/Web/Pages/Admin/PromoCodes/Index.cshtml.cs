using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.PromoCodes;

public sealed class IndexModel(AppDbContext db, PromoKeeping keeping, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int MostShown = 200;

    public IReadOnlyList<PromoCode> Codes { get; private set; } = [];
    public DateTime Now { get; } = clock.UtcNow();

    // Those that hold stand before those that are over.
    public async Task OnGetAsync(CancellationToken cancel) => Codes = await db.PromoCodes.AsNoTracking()
        .OrderByDescending(p => p.Until == null || p.Until > Now).ThenByDescending(p => p.From).ThenBy(p => p.Code).Take(MostShown).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        if (!await keeping.EndAsync(code ?? "", AuditActor.User(me.Id), cancel)) return NotFound();

        this.Toast(text["Admin.PromoCodes.Ended"]);
        return RedirectToPage();
    }
}
