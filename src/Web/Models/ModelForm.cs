using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Models;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Models;

/// <summary>A model as an admin types it.</summary>
public sealed class ModelForm
{
    [Display(Name = "Admin.Models.Key")]
    public string? Key { get; set; }

    [Display(Name = "Admin.Models.Name")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(ModelDraft.NameLength, ErrorMessage = "Errors.TooLong")]
    public string? Name { get; set; }

    [Display(Name = "Admin.Providers.Provider")]
    [Required(ErrorMessage = "Errors.Required")]
    public string? Provider { get; set; }

    [Display(Name = "Admin.Models.SentAs")]
    [StringLength(ModelDraft.SentAsLength, ErrorMessage = "Errors.TooLong")]
    public string? SentAs { get; set; }

    [Display(Name = "Admin.Models.ContextWindow")]
    public string? ContextWindow { get; set; }

    [Display(Name = "Admin.Models.MaxOutput")]
    public string? MaxOutput { get; set; }

    [Display(Name = "Admin.Models.Margin")]
    public string? Margin { get; set; }

    [Display(Name = "Admin.Models.Fallbacks")]
    public string? Fallbacks { get; set; }

    public IList<Modalities> Modalities { get; init; } = [];
    public bool Reasoning { get; set; }
    public bool FreePlans { get; set; }
    public bool IsDefault { get; set; }
    public string? Version { get; set; }

    public static ModelForm Of(ChatModel model) => new()
    {
        Key = model.Key, Name = model.Name, Provider = model.Provider, SentAs = model.SentAs, ContextWindow = Typed(model.ContextWindow), MaxOutput = Typed(model.MaxOutput),
        Margin = TypedMargins.Written(model.Margin), Fallbacks = string.Join('\n', model.Fallbacks), Modalities = [.. Kinds.Where(k => model.Modalities.HasFlag(k))],
        Reasoning = model.Reasoning, FreePlans = model.FreePlans, IsDefault = model.IsDefault, Version = RowVersions.Written(model.RowVersion),
    };

    /// <summary>What a model may take and give besides text.</summary>
    public static IReadOnlyList<Modalities> Kinds { get; } = [.. Enum.GetValues<Modalities>().Where(m => m != Domain.Models.Modalities.TextOnly)];

    /// <summary>Null where something is wrong with it, which is said beside its field.</summary>
    public ModelDraft? Read(IReadOnlyList<string> providers, ModelStateDictionary state, IStringLocalizer<Text> text, Fmt fmt)
    {
        if (!providers.Contains(Provider, StringComparer.Ordinal)) state.AddModelError("Input.Provider", text["Errors.Models.Provider"]);
        var (context, output) = (Tokens(ContextWindow, nameof(ContextWindow), 1), Tokens(MaxOutput, nameof(MaxOutput), ModelDraft.LeastOutput));
        if (!TypedMargins.TryRead(Margin, out var margin)) state.AddModelError("Input.Margin", text["Errors.Models.Margin", fmt.Number(TypedMargins.MostPercent)]);
        if (!state.IsValid) return null;

        return new ModelDraft(Domain.OneLine.Of(Name!, ModelDraft.NameLength), Provider!)
        {
            SentAs = SentAs?.Trim() is { Length: > 0 } name ? name : null, ContextWindow = context, MaxOutput = output, Margin = margin,
            Modalities = Modalities.Where(Kinds.Contains).Aggregate(Domain.Models.Modalities.TextOnly, (all, one) => all | one), Reasoning = Reasoning, FreePlans = FreePlans, IsDefault = IsDefault,
            Fallbacks = (Fallbacks ?? "").Split((char[])['\n', '\r', ',', ' '], StringSplitOptions.RemoveEmptyEntries),
        };

        int? Tokens(string? typed, string name, int least)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            if (TypedNumbers.Whole(typed) is { } tokens && tokens >= least && tokens <= ModelDraft.MostTokens) return (int)tokens;

            state.AddModelError($"Input.{name}", text["Errors.Models.Tokens", fmt.Number(least), fmt.Number(ModelDraft.MostTokens)]);
            return null;
        }
    }

    private static string? Typed(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
