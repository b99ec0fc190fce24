using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Privacy;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account;

[FreshProof]
[OpenBeforeTerms]
public sealed class DeletionModel(
    AppDbContext db, AccountDeletion deletion, SignInManager<AppUser> signIn, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public bool MayLeave { get; private set; }
    public IReadOnlyList<Forfeit> Forfeits { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!string.Equals(Input.Address?.Trim(), me.Email, StringComparison.OrdinalIgnoreCase)) ModelState.AddModelError("Input.Address", text["Errors.Deletion.Address"]);
        if (!ModelState.IsValid) return Page();

        var departure = await deletion.DeleteAsync(me.Id, cancel);
        if (departure == Departure.LastAdmin) return RedirectToPage();
        if (departure == Departure.MoneyUnsettled)
        {
            ModelState.AddModelError("", text["Errors.Deletion.Money"]);
            return Page();
        }

        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        this.Toast(text["Account.Deletion.Done"]);
        return LocalRedirect("/");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        MayLeave = await deletion.MayLeaveAsync(me.Id, cancel);
        Forfeits = await db.ForfeitsOfAsync(me.Id, clock.UtcNow(), cancel);
    }

    public sealed class Form
    {
        [Display(Name = "Account.Deletion.Address")]
        public string? Address { get; set; }
    }
}
