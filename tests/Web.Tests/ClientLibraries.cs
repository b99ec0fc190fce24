using System.Text.Json;

namespace SaaSChat.Web.Tests;

/// <summary>libman.json and package.json, the two ways to the same client libraries.</summary>
internal static class ClientLibraries
{
    private static readonly JsonElement[] Listed = [.. Json("libman.json").GetProperty("libraries").EnumerateArray()];

    public static IEnumerable<string> InLibMan => Listed.Select(l => l.GetProperty("library").GetString()!);

    public static IEnumerable<string> InNpm => Json("package.json").GetProperty("dependencies").EnumerateObject().Select(d => $"{d.Name}@{d.Value.GetString()}");

    public static IEnumerable<string> Installed => Json("package-lock.json").GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0)
        .Select(p => $"{p.Name["node_modules/".Length..]}@{p.Value.GetProperty("version").GetString()}");

    public static IReadOnlyList<string> Icons { get; } =
        [.. FilesOf("lucide-static").Where(f => f.StartsWith("icons/", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f))];

    public static IEnumerable<string> Copied => Listed.SelectMany(l => l.GetProperty("files").EnumerateArray().Select(f => Path.Combine(l.GetProperty("destination").GetString()!, f.GetString()!)));

    private static IEnumerable<string> FilesOf(string library) => Listed
        .Single(l => l.GetProperty("library").GetString()!.StartsWith($"{library}@", StringComparison.Ordinal)).GetProperty("files").EnumerateArray().Select(f => f.GetString()!);

    private static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Repository.Path(file))).RootElement;
}
