using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Infrastructure.Chats.Sharing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Pages.Shares;

[EnableRateLimiting(Purposes.Report)]
public sealed class ReportModel(SharedChats shared, ShareReports reports, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public Share Share { get; private set; } = null!;
    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Input.Reason is not { } reason || !Enum.IsDefined(reason))
        {
            ModelState.AddModelError("", text["Errors.Shares.Reason"]);
        }
        else if (ModelState.IsValid)
        {
            await reports.ReportAsync(Share, me.IsSignedIn ? me.Id : null, reason, Input.Words?.Trim() ?? "", cancel);
            IsSent = true;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await shared.FindAsync(Token, cancel) is not { } share) return false;

        Share = share;
        return true;
    }

    public sealed class Form
    {
        public ReportReason? Reason { get; set; }

        [Display(Name = "Shares.Report.Words")]
        [StringLength(ShareReport.MostWords, ErrorMessage = "Errors.TooLong")]
        public string? Words { get; set; }
    }
}
