using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Web.Accounts;

namespace SaaSChat.Web.Pages.Account.Forgot;

public sealed class SentModel : PageModel
{
    public string? Address { get; private set; }

    public void OnGet() => Address = this.WhoWasWrittenTo();
}
