using System.ComponentModel.DataAnnotations;

namespace SaaSChat.Web.Billing;

/// <summary>How much of a payment goes back, and why.</summary>
public sealed class RefundForm
{
    /// <summary>Pressing twice is one refund.</summary>
    public Guid ClientId { get; set; } = Guid.NewGuid();

    [Display(Name = "Admin.Refunds.Amount")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(30, ErrorMessage = "Errors.TooLong")]
    public string Amount { get; set; } = "";

    /// <summary>The plan that was paid for is over at once.</summary>
    public bool EndsPlan { get; set; }

    [Display(Name = "Admin.Refunds.Reason")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(500, ErrorMessage = "Errors.TooLong")]
    public string Reason { get; set; } = "";
}
