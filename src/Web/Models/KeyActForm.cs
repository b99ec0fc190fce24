using System.ComponentModel.DataAnnotations;

namespace SaaSChat.Web.Models;

/// <summary>Why something is done to what earns money.</summary>
public sealed class KeyActForm
{
    [Display(Name = "Admin.Refunds.Reason")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(500, ErrorMessage = "Errors.TooLong")]
    public string Reason { get; set; } = "";
}
