using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Infrastructure.Chats.Sharing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Reports;

public sealed class DecisionModel(AppDbContext db, Infrastructure.Chats.Sharing.Shares shares, ShareReports reports, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ShareReport Report { get; private set; } = null!;
    public Share Share { get; private set; } = null!;
    public string? Token { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var decided = await reports.DecideAsync(Id, Input.TakeDown, AuditActor.User(me.Id), Input.Reason, cancel);
        this.Toast(text[!decided ? "Errors.Reports.Decided" : Input.TakeDown ? "Admin.Reports.TakenDown" : "Admin.Reports.Dismissed"], decided ? ToastKind.Success : ToastKind.Info);
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.ShareReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, cancel) is not { } report) return false;

        Report = report;
        Share = await db.Shares.AsNoTracking().SingleAsync(s => s.Id == report.ShareId, cancel);
        Token = Share.TakenDownAt is null ? shares.TokenOf(Share) : null;
        return true;
    }

    public sealed class Form
    {
        public bool TakeDown { get; set; }

        [Display(Name = "Admin.Reports.Why")]
        [Required(ErrorMessage = "Errors.Required"), StringLength(500, ErrorMessage = "Errors.TooLong")]
        public string Reason { get; set; } = "";
    }
}
