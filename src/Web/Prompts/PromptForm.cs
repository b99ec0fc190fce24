using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Domain.Prompts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Prompts;

/// <summary>A prompt as it is typed.</summary>
public sealed class PromptForm
{
    [Display(Name = "Prompts.Name"), Required(ErrorMessage = "Errors.Required"), StringLength(Prompt.TitleLength, ErrorMessage = "Errors.TooLong")]
    public string? Title { get; set; }

    [Display(Name = "Prompts.Text"), Required(ErrorMessage = "Errors.Required"), StringLength(Prompt.TextLength, ErrorMessage = "Errors.TooLong")]
    public string? Text { get; set; }

    [Display(Name = "Prompts.Tags"), StringLength(500, ErrorMessage = "Errors.TooLong")]
    public string? Tags { get; set; }

    /// <summary>Of the row that was on the page.</summary>
    public string? Version { get; set; }

    public static PromptForm Of(Prompt prompt) =>
        new() { Title = prompt.Title, Text = prompt.Text, Tags = string.Join(", ", prompt.Tags), Version = RowVersions.Written(prompt.RowVersion) };

    /// <summary>Null where something is wrong with it, which is then said beside the field.</summary>
    public PromptDraft? Read(ModelStateDictionary state, IStringLocalizer<Text> text, Fmt fmt)
    {
        var (title, tags) = (OneLine.Of(Title ?? "", Prompt.TitleLength), PromptTags.Read(Tags));
        if (state.IsValid && title.Length == 0) state.AddModelError("Input.Title", text["Errors.Name", fmt.Number(Prompt.TitleLength)]);
        if (tags is null) state.AddModelError("Input.Tags", text["Errors.Prompts.Tags", fmt.Number(PromptTags.Most), fmt.Number(PromptTags.Length)]);
        return state.IsValid ? new PromptDraft(title, VisibleText.Of(Text!), tags!) : null;
    }
}
