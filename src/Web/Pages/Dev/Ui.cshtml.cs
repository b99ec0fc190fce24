using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Dev;

/// <summary>Every component in both directions on one page, for those who build here; other environments do not have it.</summary>
[AllowAnonymous]
public sealed class UiModel(IWebHostEnvironment environment, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Samples Input { get; set; } = new();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!environment.IsDevelopment()) context.Result = NotFound();
    }

    public void OnGet()
    {
        foreach (var culture in Cultures.All)
        {
            using var spoken = new SpokenCulture(culture);
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
