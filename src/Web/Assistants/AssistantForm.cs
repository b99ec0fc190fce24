using System.ComponentModel.DataAnnotations;
using SaaSChat.Domain;
using SaaSChat.Domain.Assistants;
using SaaSChat.Domain.Models;

namespace SaaSChat.Web.Assistants;

/// <summary>An assistant as it is typed.</summary>
public class AssistantForm
{
    /// <summary>From answers that are nearly the same each time to ones that surprise.</summary>
    public static readonly IReadOnlyList<int> Temperatures = [0, 20, 50, 80, 120];

    [Display(Name = "Assistants.Name"), Required(ErrorMessage = "Errors.Required"), StringLength(AssistantWords.NameLength, ErrorMessage = "Errors.TooLong")]
    public string? Name { get; set; }

    [Display(Name = "Assistants.About"), StringLength(AssistantWords.AboutLength, ErrorMessage = "Errors.TooLong")]
    public string? About { get; set; }

    [Display(Name = "Assistants.Instructions"), Required(ErrorMessage = "Errors.Required"), StringLength(AssistantDraft.InstructionsLength, ErrorMessage = "Errors.TooLong")]
    public string? Instructions { get; set; }

    [Display(Name = "Assistants.Starters"), StringLength(2_000, ErrorMessage = "Errors.TooLong")]
    public string? Starters { get; set; }

    [Display(Name = "Assistants.Picture"), EnumDataType(typeof(AssistantPicture), ErrorMessage = "Errors.Choice")]
    public AssistantPicture Picture { get; set; }

    [Display(Name = "Assistants.Model"), StringLength(ChatModel.KeyLength, ErrorMessage = "Errors.TooLong")]
    public string? Model { get; set; }

    [Display(Name = "Assistants.Temperature"), Range(0, AssistantDraft.HighestTemperature, ErrorMessage = "Errors.Choice")]
    public int? Temperature { get; set; }

    /// <summary>Of the row that was on the page.</summary>
    public string? Version { get; set; }

    public AssistantDraft Read() => new(
        AssistantWords.Of(Name, About, LinesOf(Starters)), ReadArabic(), Picture, VisibleText.Of(Instructions!), string.IsNullOrEmpty(Model) ? null : Model, Temperature);

    protected virtual AssistantWords? ReadArabic() => null;

    public static AssistantForm Of(Assistant assistant) => Filled(new AssistantForm(), assistant);

    protected static T Filled<T>(T form, Assistant assistant) where T : AssistantForm
    {
        (form.Name, form.About, form.Starters) = (assistant.Name, assistant.About, string.Join('\n', assistant.Starters));
        (form.Picture, form.Instructions, form.Model, form.Temperature) = (assistant.Picture, assistant.Instructions, assistant.ModelKey, assistant.Temperature);
        form.Version = RowVersions.Written(assistant.RowVersion);
        return form;
    }

    protected static IEnumerable<string> LinesOf(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Split('\n');
}

/// <summary>One of the house's: it presents itself in both languages.</summary>
public sealed class HouseForm : AssistantForm
{
    [Display(Name = "Assistants.ArabicName"), Required(ErrorMessage = "Errors.Required"), StringLength(AssistantWords.NameLength, ErrorMessage = "Errors.TooLong")]
    public string? ArabicName { get; set; }

    [Display(Name = "Assistants.ArabicAbout"), StringLength(AssistantWords.AboutLength, ErrorMessage = "Errors.TooLong")]
    public string? ArabicAbout { get; set; }

    [Display(Name = "Assistants.ArabicStarters"), StringLength(2_000, ErrorMessage = "Errors.TooLong")]
    public string? ArabicStarters { get; set; }

    protected override AssistantWords? ReadArabic() => AssistantWords.Of(ArabicName, ArabicAbout, LinesOf(ArabicStarters));

    public static new HouseForm Of(Assistant assistant)
    {
        var form = Filled(new HouseForm(), assistant);
        (form.ArabicName, form.ArabicAbout, form.ArabicStarters) = (assistant.ArabicName, assistant.ArabicAbout, string.Join('\n', assistant.ArabicStarters));
        return form;
    }
}
