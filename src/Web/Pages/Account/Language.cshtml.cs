using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account;

public sealed class LanguageModel(OwnView view, TimeZones zones, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<ZoneGroup> Zones => zones.ToChooseFrom(Input.TimeZone);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = await view.NowAsync(cancel);
        Input = new Form { Language = now.Language, Digits = now.ArabicDigits ? Preferences.ArabicDigitsName : Preferences.LatinDigitsName, TimeZone = now.TimeZone, Theme = now.Theme };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Require(Cultures.Find(Input.Language) is not null, nameof(Form.Language));
        Require(Input.Digits is Preferences.ArabicDigitsName or Preferences.LatinDigitsName, nameof(Form.Digits));
        Require(TimeZones.IsKnown(Input.TimeZone), nameof(Form.TimeZone));
        Require(Preferences.KnownTheme(Input.Theme) is not null, nameof(Form.Theme));
        if (!ModelState.IsValid) return Page();

        var culture = Cultures.Find(Input.Language)!;
        await view.ChooseAsync(new ViewPreferences(culture.Name, Input.TimeZone!, Input.Theme!, Input.Digits == Preferences.ArabicDigitsName), cancel);

        // The next page speaks the new language already.
        using var reader = Speaking.In(culture);
        this.Toast(text["Account.Language.Saved"]);
        return RedirectToPage();
    }

    private void Require(bool isKnown, string field)
    {
        if (!isKnown) ModelState.AddModelError($"Input.{field}", text["Errors.Choice"]);
    }

    public sealed class Form
    {
        [Display(Name = "Account.Language.Language")]
        public string? Language { get; set; }

        [Display(Name = "Account.Language.Digits")]
        public string? Digits { get; set; }

        [Display(Name = "Dashboard.View.Zone")]
        public string? TimeZone { get; set; }

        [Display(Name = "Layout.Theme")]
        public string? Theme { get; set; }
    }
}
