using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SaaSChat.Web.Tests.Localization;

/// <summary>The two files of texts, as they stand in the repository.</summary>
internal static partial class Texts
{
    public static readonly string[] Forms = ["zero", "one", "two", "few", "many", "other"];

    public static readonly IReadOnlyDictionary<string, string> English = Read("Text.resx");
    public static readonly IReadOnlyDictionary<string, string> Arabic = Read("Text.ar.resx");

    /// <summary>What the code calls a text: a counted one is named without its form.</summary>
    public static string NameOf(string key) => Form().Replace(key, "");

    public static bool IsCounted(string key) => Form().IsMatch(key);

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Repository.Path("src", "Web", "Localization", file)).Root!
        .Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex("_(zero|one|two|few|many|other)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
