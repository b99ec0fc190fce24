using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Dev;

/// <summary>Every component in both directions on one page, for those who build here; other environments do not have it.</summary>
public sealed class UiModel(IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Samples Input { get; set; } = new();

    public void OnGet()
    {
        foreach (var culture in Cultures.All)
        {
            using var spoken = Speaking.In(culture);
            ModelState.AddModelError($"{culture.Name}.Input.Refused", text["Errors.Email"]);
        }
    }

    public IActionResult OnPostToast(ToastKind kind)
    {
        this.Toast(text["Dev.Toast"], kind);
        return Request.IsHtmx() ? new NoContentResult() : RedirectToPage();
    }

    public sealed class Samples
    {
        public string Plain { get; set; } = "";
        public string Refused { get; set; } = "layla@";
        public string Secret { get; set; } = "";
        public string Words { get; set; } = "";
        public string Choice { get; set; } = "";
    }
}
