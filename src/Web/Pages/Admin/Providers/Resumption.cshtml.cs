using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;

namespace SaaSChat.Web.Pages.Admin.Providers;

/// <summary>Asks with a key again that was paused, if it passes its test; its form stands on the key's page.</summary>
public sealed class ResumptionModel(KeyKeeping keeping, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    public IActionResult OnGet(Guid keyId) => Redirect($"/admin/providers/{keyId}");

    public async Task<IActionResult> OnPostAsync(Guid keyId, CancellationToken cancel)
    {
        if (await keeping.ResumeAsync(keyId, AuditActor.User(me.Id), cancel) is not { } test) return NotFound();

        this.Toast(text[test.Fault is null ? "Admin.Providers.Resumed" : "Admin.Providers.StaysPaused", text.Of(test, fmt)], test.Fault is null ? ToastKind.Success : ToastKind.Danger);
        return RedirectToPage("Show", new { keyId });
    }
}
