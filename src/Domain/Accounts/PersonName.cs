using System.Text;

namespace SaaSChat.Domain.Accounts;

/// <summary>What a person calls themselves, made safe to show beside other people's text.</summary>
public static class PersonName
{
    public const int MaxLength = 100;

    /// <summary>Null when nothing readable is left or it is too long.</summary>
    public static string? Clean(string typed)
    {
        // Far longer than any name: ten kilobytes of combining marks are not worth normalising.
        if (typed.Length > MaxLength * 4) return null;

        var name = OneLine.Of(typed, typed.Length).Normalize(NormalizationForm.FormC);
        return name.Length <= MaxLength && name.Any(c => !VisibleText.IsJoiner(c)) ? name : null;
    }
}
