using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;

namespace SaaSChat.Web.Pages.Admin.Models;

/// <summary>A model that the lists do not know. It is switched on once it has a price.</summary>
public sealed class NewModel(ModelKeeping keeping, KeyRoster roster, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty]
    public ModelForm Input { get; set; } = new();

    public IReadOnlyList<string> Providers { get; } = roster.Names;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var key = Input.Key?.Trim() ?? "";
        if (!ModelDraft.CouldBeKey(key)) ModelState.AddModelError("Input.Key", text["Errors.Models.Key"]);
        if (Input.Read(Providers, ModelState, text, fmt) is not { } draft) return Page();
        if (await keeping.FaultOfChainAsync(key, draft, cancel) is { } fault)
        {
            ModelState.AddModelError("Input.Fallbacks", text[$"Errors.Models.Chain.{fault}"]);
            return Page();
        }

        if (!await keeping.AddAsync(key, draft, AuditActor.User(me.Id), cancel))
        {
            ModelState.AddModelError("Input.Key", text["Errors.Models.Known"]);
            return Page();
        }

        this.Toast(text["Admin.Models.Added"]);
        return RedirectToPage("Prices/New", new { modelKey = key });
    }
}
