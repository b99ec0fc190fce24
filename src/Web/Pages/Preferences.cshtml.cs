using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Web.Maintenance;

namespace SaaSChat.Web.Pages;

/// <summary>Theme and language without JavaScript: the narrow layout has both forms, which public pages do not.</summary>
[OpenInMaintenance]
public sealed class PreferencesModel : PageModel
{
    public string Before { get; private set; } = "/";

    // Back in the language that may have been chosen here.
    public void OnGet(string? returnUrl) => Before = LocalPaths.InLanguage(LocalPaths.OrHome(returnUrl), CultureInfo.CurrentUICulture);
}
