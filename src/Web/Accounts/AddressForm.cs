using System.ComponentModel.DataAnnotations;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>Asks for nothing but the address of an account.</summary>
public sealed class AddressForm
{
    [Display(Name = "Account.SignIn.Email")]
    [Required(ErrorMessage = "Errors.Required"), EmailAddress(ErrorMessage = "Errors.Email"), StringLength(AccountAddress.MaxLength, ErrorMessage = "Errors.TooLong")]
    public string Email { get; set; } = "";
}
