using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.Pages.Admin.Settings;

public sealed class EditModel(SettingValues values, SettingForms forms, SettingChange change, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute(Name = "setting")]
    public string Key { get; set; } = "";

    [BindProperty]
    public SettingForm Input { get; set; } = new();

    public SettingValue Setting { get; private set; } = null!;

    /// <summary>Somebody set it to something else meanwhile.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Input = await forms.ShowAsync(Setting, cancel);
        return Page();
    }

    /// <param name="configured">Given back to the configuration; what is typed does not count then.</param>
    /// <param name="cancel">Cancelled when nobody waits any more.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] bool configured, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var (value, fault) = configured ? default : await forms.ReadAsync(Setting.Definition, Input, cancel);
        if (fault is not null) ModelState.AddModelError("Input.Value", fault);
        else await SaveAsync(value, cancel);
        if (!ModelState.IsValid) return Page();

        this.Toast(text["Settings.Saved"]);
        return RedirectToPage("Index");
    }

    private async Task SaveAsync(string? value, CancellationToken cancel)
    {
        var (actor, version) = (AuditActor.User(me.Id), RowVersions.Read(Input.Version));
        var refusal = value is null ? await change.ClearAsync(Key, actor, Input.Reason, version, cancel) : await change.SetAsync(Key, value, actor, Input.Reason, version, cancel);
        if (refusal == SettingRefusal.Stale)
        {
            await LoadAsync(cancel);
            (IsStale, Input.Version) = (true, (await forms.ShowAsync(Setting, cancel)).Version);
            this.ChangedMeanwhile(text);
        }
        else if (refusal is not null)
        {
            ModelState.AddModelError("Input.Value", text["Errors.Settings.Contradicts"]);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => await values.FindAsync(Key, cancel) is { } found && (Setting = found) is not null;
}
