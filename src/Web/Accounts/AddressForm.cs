using System.ComponentModel.DataAnnotations;

namespace SaaSChat.Web.Accounts;

/// <summary>Asks for nothing but the address of an account.</summary>
public sealed class AddressForm
{
    [Display(Name = "Account.SignIn.Email")]
    [Required(ErrorMessage = "Errors.Required"), EmailAddress(ErrorMessage = "Errors.Email"), StringLength(254, ErrorMessage = "Errors.TooLong")]
    public string Email { get; set; } = "";
}
