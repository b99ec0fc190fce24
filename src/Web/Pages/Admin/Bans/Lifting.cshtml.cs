using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Security;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Bans;

public sealed class LiftingModel(AppDbContext db, BanRegister bans, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Ban Ban { get; private set; } = null!;
    public string Who { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var lifted = await bans.LiftAsync(Id, AuditActor.User(me.Id), Input.Reason, cancel);
        this.Toast(text[lifted ? "Admin.Bans.Lifted" : "Errors.Bans.AlreadyEnded"], lifted ? ToastKind.Success : ToastKind.Info);
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Bans.AsNoTracking().SingleOrDefaultAsync(b => b.Id == Id, cancel) is not { } ban) return false;

        Ban = ban;
        Who = ban.Kind == BanSubject.User && Guid.TryParse(ban.Subject, out var user)
            ? await db.Users.Where(u => u.Id == user).Select(u => u.Email).SingleOrDefaultAsync(cancel) ?? ban.Subject
            : ban.Subject;
        return true;
    }

    public sealed class Form
    {
        [Display(Name = "Admin.Bans.Reason")]
        [Required(ErrorMessage = "Errors.Required"), StringLength(500, ErrorMessage = "Errors.TooLong")]
        public string Reason { get; set; } = "";
    }
}
