using System.ComponentModel.DataAnnotations;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>What somebody fills in to get an account.</summary>
public sealed class SignUpForm
{
    [Display(Name = "Account.SignUp.InvitationCode"), StringLength(100, ErrorMessage = "Errors.TooLong")]
    public string? InvitationCode { get; set; }

    [Display(Name = "Account.SignUp.Name")]
    [Required(ErrorMessage = "Errors.Required")]
    public string Name { get; set; } = "";

    [Display(Name = "Account.SignIn.Email")]
    [Required(ErrorMessage = "Errors.Required"), EmailAddress(ErrorMessage = "Errors.Email"), StringLength(AccountAddress.MaxLength, ErrorMessage = "Errors.TooLong")]
    public string Email { get; set; } = "";

    [Display(Name = "Account.SignIn.Password")]
    [Required(ErrorMessage = "Errors.Required"), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Range(typeof(bool), "true", "true", ErrorMessage = "Errors.Terms")]
    public bool Accepted { get; set; }
}
