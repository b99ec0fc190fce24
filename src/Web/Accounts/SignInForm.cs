using System.ComponentModel.DataAnnotations;

namespace SaaSChat.Web.Accounts;

/// <summary>What somebody types who signs in by password.</summary>
public sealed class SignInForm
{
    [Display(Name = "Account.SignIn.Email")]
    [Required(ErrorMessage = "Errors.Required"), EmailAddress(ErrorMessage = "Errors.Email"), StringLength(254, ErrorMessage = "Errors.TooLong")]
    public string Email { get; set; } = "";

    [Display(Name = "Account.SignIn.Password")]
    [Required(ErrorMessage = "Errors.Required"), DataType(DataType.Password), StringLength(128, ErrorMessage = "Errors.TooLong")]
    public string Password { get; set; } = "";

    public bool Remember { get; set; }
}
