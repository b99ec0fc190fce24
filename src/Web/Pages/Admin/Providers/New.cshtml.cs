using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;

namespace SaaSChat.Web.Pages.Admin.Providers;

/// <summary>A new key: tried first, kept either way, and asked only when it is good.</summary>
public sealed class NewModel(KeyRoster roster, KeyKeeping keeping, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty]
    public KeyForm Input { get; set; } = new();

    public IReadOnlyList<string> Providers { get; } = roster.TakingKeys;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Providers.FirstOrDefault(p => p == Input.Provider) is not { } provider)
        {
            ModelState.AddModelError("Input.Provider", text["Errors.Providers.Provider"]);
            return Page();
        }

        var key = Input.ReadKey(ModelState, text);
        if (Input.Read(ModelState, text, fmt) is not { } draft || key is null) return Page();
        if (await keeping.AddAsync(provider, key, draft, AuditActor.User(me.Id), cancel) is not var (id, test))
        {
            ModelState.AddModelError("Input.Key", text["Errors.Providers.Known"]);
            return Page();
        }

        this.TellKept(test, text, fmt);
        return RedirectToPage("Show", new { keyId = id });
    }
}
