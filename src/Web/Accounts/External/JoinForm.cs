using System.ComponentModel.DataAnnotations;

namespace SaaSChat.Web.Accounts.External;

/// <summary>What a provider does not tell of somebody who opens an account through it.</summary>
public sealed class JoinForm
{
    [Display(Name = "Account.SignUp.Name"), Required(ErrorMessage = "Errors.Required")]
    public string Name { get; set; } = "";

    [Display(Name = "Account.SignUp.InvitationCode")]
    public string? InvitationCode { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "Errors.Terms")]
    public bool Accepted { get; set; }
}
