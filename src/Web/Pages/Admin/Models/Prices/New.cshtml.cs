using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;

namespace SaaSChat.Web.Pages.Admin.Models.Prices;

/// <summary>A price from a moment on, and before it is saved, what it would bring.</summary>
public sealed class NewModel(ModelKeeping keeping, PriceKeeping prices, CurrentUser me, Preferences preferences, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public string ModelKey { get; set; } = "";

    [BindProperty]
    public PriceForm Input { get; set; } = new();

    public ChatModel Known { get; private set; } = null!;
    public MarginPreview? Preview { get; private set; }
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input = PriceForm.Of(Known.PriceAt(clock.UtcNow()));
        Input.Version = RowVersions.Written(Known.RowVersion);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] bool look, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Input.Read(Known, clock.UtcNow(), preferences.Zone, ModelState, text) is not { } offer) return Page();

        Preview = await prices.PreviewAsync(Known, offer.Cards[RateTier.Standard], Known.Margin, cancel);
        if (look) return Page();
        if (!await prices.AddAsync(Known, RowVersions.Read(Input.Version), offer, AuditActor.User(me.Id), cancel))
        {
            await LoadAsync(cancel);
            (IsStale, Input.Version) = (true, RowVersions.Written(Known.RowVersion));
            return this.Stale(text);
        }

        this.Toast(text["Admin.Prices.Added"]);
        return RedirectToPage("Index", new { modelKey = ModelKey });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => await keeping.FindAsync(ModelKey, cancel) is { } found && (Known = found) is not null;
}
