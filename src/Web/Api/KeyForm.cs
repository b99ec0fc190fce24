using System.ComponentModel.DataAnnotations;

namespace SaaSChat.Web.Api;

/// <summary>What somebody wants of a new key.</summary>
public sealed class KeyForm
{
    [Display(Name = "Account.Keys.Label"), Required(ErrorMessage = "Errors.Required")]
    public string? Label { get; set; }

    // Without a value: into an array that is there already, nothing would be bound.
    public IReadOnlyList<string>? Scopes { get; set; }

    [Display(Name = "Account.Keys.Expires")]
    public string? Days { get; set; } = "90";
}
