using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Models;

namespace SaaSChat.Web.Pages.Admin.Providers;

/// <summary>A new key in the place of another, which helps out until its last hour is over.</summary>
public sealed class RotationModel(KeyRoster roster, KeyKeeping keeping, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    private const int MostHours = 24 * 30;

    [FromRoute]
    public Guid KeyId { get; set; }

    [BindProperty]
    public KeyForm Input { get; set; } = new();

    [BindProperty, Display(Name = "Admin.Providers.Rotate.Hours")]
    public string? Hours { get; set; } = "24";

    public KeyStanding Key { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input.Version = RowVersions.Written(Key.Row!.RowVersion);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        ModelState.Remove("Input.Label");
        var (key, hours) = (Input.ReadKey(ModelState, text), TypedNumbers.Whole(Hours));
        if (hours is not (>= 0 and <= MostHours)) ModelState.AddModelError(nameof(Hours), text["Errors.Providers.Hours", fmt.Number(MostHours)]);
        if (!ModelState.IsValid) return Page();
        if (await keeping.RotateAsync(KeyId, RowVersions.Read(Input.Version), key!, clock.UtcNow().AddHours(hours!.Value), AuditActor.User(me.Id), cancel) is not var (id, test))
        {
            ModelState.AddModelError("Input.Key", text["Errors.Providers.Known"]);
            return Page();
        }

        this.TellKept(test, text, fmt);
        return RedirectToPage("Show", new { keyId = id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => await roster.FindAsync(KeyId, cancel) is { } found && (Key = found) is not null;
}
