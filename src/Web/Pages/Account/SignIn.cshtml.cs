using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Maintenance;

namespace SaaSChat.Web.Pages.Account;

[OpenInMaintenance]
public sealed class SignInModel(SignInManager<AppUser> signIn, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var result = await signIn.PasswordSignInAsync(Input.Email, Input.Password, Input.Remember, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(string.IsNullOrEmpty(ReturnUrl) ? "/dashboard" : LocalPaths.OrHome(ReturnUrl));

        // One answer for a wrong password, an unknown address and a locked account: it tells nobody who has an account here.
        ModelState.AddModelError("", text["Errors.SignIn.Refused"]);
        return Page();
    }

    public sealed class Form
    {
        [Display(Name = "Account.SignIn.Email")]
        [Required(ErrorMessage = "Errors.Required"), EmailAddress(ErrorMessage = "Errors.Email"), StringLength(254, ErrorMessage = "Errors.TooLong")]
        public string Email { get; set; } = "";

        [Display(Name = "Account.SignIn.Password")]
        [Required(ErrorMessage = "Errors.Required"), DataType(DataType.Password), StringLength(128, ErrorMessage = "Errors.TooLong")]
        public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }
}
