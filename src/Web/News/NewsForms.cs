using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Domain.News;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.News;

/// <summary>An announcement as an admin types it, its times in their own zone.</summary>
public sealed class AnnouncementForm
{
    [Display(Name = "News.English")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(Announcement.TextLength, ErrorMessage = "Errors.TooLong")]
    public string? English { get; set; }

    [Display(Name = "News.Arabic")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(Announcement.TextLength, ErrorMessage = "Errors.TooLong")]
    public string? Arabic { get; set; }

    [Display(Name = "News.Tone")]
    [EnumDataType(typeof(AnnouncementTone), ErrorMessage = "Errors.Required")]
    public AnnouncementTone Tone { get; set; }

    [Display(Name = "News.Audience")]
    [EnumDataType(typeof(AnnouncementAudience), ErrorMessage = "Errors.Required")]
    public AnnouncementAudience Audience { get; set; }

    [Display(Name = "News.From")]
    public string? From { get; set; }

    [Display(Name = "News.Until")]
    public string? Until { get; set; }

    public string? Version { get; set; }

    public static AnnouncementForm Of(Announcement known, TimeZoneInfo zone) => new()
    {
        English = known.English, Arabic = known.Arabic, Tone = known.Tone, Audience = known.Audience,
        From = TypedTimes.Written(known.From, zone), Until = TypedTimes.Written(known.Until, zone), Version = RowVersions.Written(known.RowVersion),
    };

    /// <summary>Null where something is wrong with it, which is said beside its field.</summary>
    public AnnouncementDraft? Read(DateTime now, TimeZoneInfo zone, ModelStateDictionary state, IStringLocalizer<Text> text)
    {
        if (!TypedTimes.TryRead(From, zone, out var from)) state.AddModelError("Input.From", text["Errors.News.Time"]);
        if (!TypedTimes.TryRead(Until, zone, out var until)) state.AddModelError("Input.Until", text["Errors.News.Time"]);
        else if (until <= (from ?? now) || until <= now) state.AddModelError("Input.Until", text["Errors.News.Until"]);
        return state.IsValid ? new AnnouncementDraft(new BothLanguages(English!.Trim(), Arabic!.Trim()), Tone, Audience, from ?? now, until) : null;
    }
}

/// <summary>What is known of an incident, as somebody types it.</summary>
public class IncidentUpdateForm
{
    [Display(Name = "News.State")]
    [EnumDataType(typeof(IncidentState), ErrorMessage = "Errors.Required")]
    public IncidentState State { get; set; }

    [Display(Name = "News.English")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(IncidentUpdate.TextLength, ErrorMessage = "Errors.TooLong")]
    public string? English { get; set; }

    [Display(Name = "News.Arabic")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(IncidentUpdate.TextLength, ErrorMessage = "Errors.TooLong")]
    public string? Arabic { get; set; }

    public string? Version { get; set; }

    public BothLanguages ReadWords() => new(English!.Trim(), Arabic!.Trim());
}

/// <summary>A new incident, with the first that is said of it.</summary>
public sealed class IncidentForm : IncidentUpdateForm
{
    [Display(Name = "News.TitleEnglish")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(Incident.TitleLength, ErrorMessage = "Errors.TooLong")]
    public string? TitleEnglish { get; set; }

    [Display(Name = "News.TitleArabic")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(Incident.TitleLength, ErrorMessage = "Errors.TooLong")]
    public string? TitleArabic { get; set; }

    [Display(Name = "News.Impact")]
    [EnumDataType(typeof(IncidentImpact), ErrorMessage = "Errors.Required")]
    public IncidentImpact Impact { get; set; }

    public BothLanguages ReadTitle() => new(TitleEnglish!.Trim(), TitleArabic!.Trim());
}
