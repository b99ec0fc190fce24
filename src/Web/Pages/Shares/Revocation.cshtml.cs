using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Shares;

public sealed class RevocationModel(AppDbContext db, Infrastructure.Chats.Sharing.Shares shares, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public Share Share { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Shares.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id && s.UserId == me.Id, cancel) is not { } share) return NotFound();

        Share = share;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await shares.RevokeAsync(me.Id, Id, cancel)) return NotFound();

        this.Toast(text["Shares.Revoked"]);
        return LocalRedirect(string.IsNullOrEmpty(ReturnUrl) ? "/shares" : LocalPaths.OrHome(ReturnUrl));
    }
}
