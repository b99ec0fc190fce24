using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;

namespace SaaSChat.Web.Pages.Admin.Models;

public sealed class EditModel(ModelKeeping keeping, PriceKeeping prices, ModelFallbacks fallbacks, KeyRoster roster, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [FromRoute]
    public string ModelKey { get; set; } = "";

    [BindProperty]
    public ModelForm Input { get; set; } = new();

    public ChatModel Known { get; private set; } = null!;
    public IReadOnlyList<string> Providers => [.. roster.Names.Append(Known.Provider).Distinct(StringComparer.Ordinal)];
    public string Configured => Known.Fallbacks.Count > 0 ? "" : string.Join(", ", fallbacks.KeysOf(Known));

    /// <summary>What another margin would bring.</summary>
    public MarginPreview? Preview { get; private set; }

    /// <summary>Somebody saved another version meanwhile.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input = ModelForm.Of(Known);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] bool look, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Input.Read(Providers, ModelState, text, fmt) is not { } draft) return Page();
        if (await keeping.FaultOfChainAsync(ModelKey, draft, cancel) is { } fault) ModelState.AddModelError("Input.Fallbacks", text[$"Errors.Models.Chain.{fault}"]);
        else if (look) Preview = await prices.PreviewAsync(Known, null, draft.Margin, cancel);
        if (look || !ModelState.IsValid) return Page();
        if (!await keeping.ChangeAsync(ModelKey, RowVersions.Read(Input.Version), draft, AuditActor.User(me.Id), cancel))
        {
            await LoadAsync(cancel);
            (IsStale, Input.Version) = (true, RowVersions.Written(Known.RowVersion));
            return this.Stale(text);
        }

        this.Toast(text["Admin.Models.Saved"]);
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => await keeping.FindAsync(ModelKey, cancel) is { } found && (Known = found) is not null;
}
