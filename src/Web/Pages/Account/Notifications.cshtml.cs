using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Notices;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account;

/// <summary>Of what a person is told, and whether by mail too.</summary>
public sealed class NotificationsModel(AlertWishes wishes, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var wish = await wishes.ReadAsync(me.Id, cancel);
        Input = new() { ByMail = wish.ByMail, LowAt = wish.LowAt?.ToString(CultureInfo.InvariantCulture) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var low = string.IsNullOrWhiteSpace(Input.LowAt) ? null : TypedNumbers.Whole(Input.LowAt);
        if (!string.IsNullOrWhiteSpace(Input.LowAt) && low is not (>= 0 and <= CreditAccount.Most)) ModelState.AddModelError("Input.LowAt", text["Errors.Notifications.LowAt"]);
        if (ModelState.IsValid && !await wishes.SetAsync(me.Id, Input.ByMail, low, cancel)) ModelState.AddModelError("", text["Errors.ChangedMeanwhile"]);
        if (!ModelState.IsValid) return Page();

        this.Toast(text["Account.Notifications.Saved"]);
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = "Account.Notifications.ByMail")]
        public bool ByMail { get; set; }

        [Display(Name = "Account.Notifications.LowAt")]
        public string? LowAt { get; set; }
    }
}
