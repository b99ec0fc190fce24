using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.News;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Announcements;

/// <summary>Puts an announcement away on this device; it stands in a cookie, so that a guest can too.</summary>
public sealed class DismissalModel(CurrentAnnouncements current, Preferences preferences) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public IActionResult OnGet() => IsThere ? Page() : NotFound();

    public IActionResult OnPost(string? returnUrl)
    {
        if (!IsThere) return NotFound();

        preferences.PutAwayToo(Id);
        return Request.IsHtmx() ? new OkResult() : LocalRedirect(LocalPaths.OrHome(returnUrl));
    }

    private bool IsThere => current.Now.Any(a => a.Id == Id);
}
