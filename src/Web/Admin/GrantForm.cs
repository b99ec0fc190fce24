using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Domain.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Admin;

/// <summary>What many people are to be given, and why.</summary>
public sealed class GrantForm
{
    /// <summary>Pressing twice is one grant.</summary>
    public Guid ClientId { get; set; } = Guid.NewGuid();

    /// <summary>How many people were shown.</summary>
    public int? Seen { get; set; }

    [Display(Name = "Admin.Grants.Addresses")]
    [StringLength(100_000, ErrorMessage = "Errors.TooLong")]
    public string? Addresses { get; set; }

    [Display(Name = "Admin.Grants.Amount")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(30, ErrorMessage = "Errors.TooLong")]
    public string Amount { get; set; } = "";

    [Display(Name = "Admin.Grants.Until")]
    public string? Until { get; set; }

    [Display(Name = "Admin.Act.Reason")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(500, ErrorMessage = "Errors.TooLong")]
    public string Reason { get; set; } = "";

    /// <summary>Null, and said why, where it cannot be read. A day is counted in, where the admin is.</summary>
    public BulkGrantWish? Read(DateTime now, TimeZoneInfo zone, ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        var credits = TypedNumbers.Whole(Amount);
        if (credits is not (>= 1 and <= BulkGrantWish.MostCredits)) state.AddModelError("Input.Amount", text["Errors.Act.Amount"]);
        var isDay = TypedDays.TryRead(Until, out var day);
        DateTime? end = day is { } last ? LocalDays.StartOf(last.AddDays(1), zone) : null;
        if (!isDay || end <= now) state.AddModelError("Input.Until", text["Errors.Grants.Until"]);
        if (GrantPeople.Addresses(Addresses).Count > GrantPeople.MostAddresses) state.AddModelError("Input.Addresses", text["Errors.Grants.TooMany"]);
        return state.IsValid ? new(ClientId, credits!.Value, end) : null;
    }
}
