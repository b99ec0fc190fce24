using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Infrastructure.Notices;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account;

/// <summary>Of what a person is told by letter, and when they are warned.</summary>
public sealed class NotificationsModel(AlertWishes wishes, MailWishes mail, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var wish = await wishes.ReadAsync(me.Id, cancel);
        Input = new() { Letters = [.. await mail.WantedAsync(me.Id, cancel)], LowAt = wish.LowAt?.ToString(CultureInfo.InvariantCulture) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var low = string.IsNullOrWhiteSpace(Input.LowAt) ? null : TypedNumbers.Whole(Input.LowAt);
        if (!string.IsNullOrWhiteSpace(Input.LowAt) && low is not (>= 0 and <= CreditAccount.Most)) ModelState.AddModelError("Input.LowAt", text["Errors.Notifications.LowAt"]);
        if (ModelState.IsValid && !await wishes.SetAsync(me.Id, low, cancel)) ModelState.AddModelError("", text["Errors.ChangedMeanwhile"]);
        if (!ModelState.IsValid) return Page();

        await mail.SetAsync(me.Id, Input.Letters, cancel);
        this.Toast(text["Account.Notifications.Saved"]);
        return RedirectToPage();
    }

    public sealed class Form
    {
        public IList<MailTopic> Letters { get; set; } = [];

        [Display(Name = "Account.Notifications.LowAt")]
        public string? LowAt { get; set; }
    }
}
