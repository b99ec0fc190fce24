using Microsoft.Extensions.Localization;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Public;

/// <summary>Questions and answers of a page: (prefix).Q1.Ask and .Answer, Q2 and on, as many as there are.</summary>
public static class Questions
{
    public static IEnumerable<(LocalizedString Ask, LocalizedString Answer)> In(IStringLocalizer<Text> text, string prefix)
    {
        for (var n = 1; text[$"{prefix}.Q{n}.Ask"] is { ResourceNotFound: false } ask; n++)
            yield return (ask, text[$"{prefix}.Q{n}.Answer"]);
    }
}
