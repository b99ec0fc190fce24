using System.ComponentModel.DataAnnotations;

namespace SaaSChat.Web.Settings;

/// <summary>A setting as it is typed: which of the fields are there depends on its kind.</summary>
public sealed class SettingForm
{
    public const int NamesLength = 20_000;

    [Display(Name = "Settings.Value")]
    [StringLength(4_000, ErrorMessage = "Errors.TooLong")]
    public string? Value { get; set; }

    [Display(Name = "Settings.Unit")]
    public string? Unit { get; set; }

    /// <summary>The addresses of those who are in whatever the part.</summary>
    [Display(Name = "Settings.Names")]
    [StringLength(NamesLength, ErrorMessage = "Errors.TooLong")]
    public string? Names { get; set; }

    [Display(Name = "Settings.Reason")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(500, ErrorMessage = "Errors.TooLong")]
    public string Reason { get; set; } = "";

    public string? Version { get; set; }
}
