using System.Collections.Frozen;

namespace SaaSChat.Infrastructure.Models.Demo;

/// <summary>The demo model's texts in one language.</summary>
internal sealed class DemoTexts
{
    private static readonly DemoTexts English = new("en");
    private static readonly DemoTexts Arabic = new("ar");

    private readonly FrozenDictionary<string, string> _texts;

    private DemoTexts(string language)
    {
        var (assembly, folder) = (typeof(DemoTexts).Assembly, $"demo/{language}/");
        _texts = assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .ToFrozenDictionary(n => Path.GetFileNameWithoutExtension(n), n => Read(assembly.GetManifestResourceStream(n)!), StringComparer.OrdinalIgnoreCase);
    }

    public string this[string name] => _texts[name];

    /// <summary>In the language that most of its letters belong to.</summary>
    public static DemoTexts For(string question) => question.Count(IsArabic) * 2 > question.Count(char.IsLetter) ? Arabic : English;

    private static bool IsArabic(char letter) => letter is >= '\u0620' and <= '\u064a';

    private static string Read(Stream resource)
    {
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().TrimEnd();
    }
}
