using System.Globalization;
using System.Text.Json.Nodes;

namespace SaaSChat.Tests.Stripe.Protocol;

/// <summary>What Stripe takes at each address (parameters.txt); anything else is refused as Stripe refuses it.</summary>
internal sealed class Parameters
{
    private readonly List<(string Method, string[] Path, string Options)> _addresses = [];
    private readonly Dictionary<string, Dictionary<string, string>> _options = new(StringComparer.Ordinal);

    public Parameters()
    {
        using var reader = new StreamReader(typeof(Parameters).Assembly.GetManifestResourceStream("parameters.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith('#')) Version = line.Split("version ")[1].Split(')')[0];
            else if (words is ["GET" or "POST" or "DELETE", _, _]) _addresses.Add((words[0], words[1].Split('/'), words[2]));
            else if (words.Length > 0) _options[words[0]] = words[1..].Select(w => w.Split(':', 2)).ToDictionary(w => w[0], w => w[1], StringComparer.Ordinal);
        }
    }

    /// <summary>The API's version that the lists are of.</summary>
    public string Version { get; } = "";

    public IEnumerable<string> Addresses => _addresses.Select(a => $"{a.Method} {string.Join('/', a.Path)}");

    /// <summary>Such as "POST /v1/refunds/{}" with the ids in it; the address without ids first.</summary>
    public (string Address, string[] Ids, string Options)? Find(string method, string path)
    {
        var parts = path.Split('/').Select(Uri.UnescapeDataString).ToArray();
        var found = _addresses
            .Where(a => a.Method == method && a.Path.Length == parts.Length && a.Path.Zip(parts).All(p => p.First == "{}" ? p.Second.Length > 0 : p.First == p.Second))
            .OrderBy(a => a.Path.Count(p => p == "{}")).FirstOrDefault();
        return found.Path is null ? null : ($"{method} {string.Join('/', found.Path)}", [.. found.Path.Zip(parts).Where(p => p.First == "{}").Select(p => p.Second)], found.Options);
    }

    /// <summary>The form with each value as what it is.</summary>
    public JsonObject Read(string options, FormTree form, string path = "")
    {
        var known = _options[options];
        var read = new JsonObject();
        foreach (var (name, node) in form.Parts)
        {
            var full = path.Length == 0 ? name : $"{path}[{name}]";
            var kind = path.Length == 0 && name == "expand" ? "[text]" : known.GetValueOrDefault(name)
                ?? throw ApiRefusedException.Invalid($"Received unknown parameter: {full}", "parameter_unknown", full);
            read[name] = Value(kind, node, full);
        }

        return read;
    }

    private JsonNode Value(string kind, FormTree node, string path)
    {
        if (Alternatives(kind) is { Length: > 1 } kinds) return AnyOf(kinds, node, path);
        if (kind.StartsWith('[')) return List(kind[1..^1], node, path);
        if (kind.StartsWith('{')) return Map(kind[1..^1], node, path);
        if (kind == "range") return new JsonObject(Inner(node, path).Parts.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Text(p.Key is "gt" or "gte" or "lt" or "lte" ? "time" : throw Unknown(path, p.Key), p.Value.Text!, path))));
        if (_options.ContainsKey(kind)) return Read(kind, Inner(node, path), path);
        return Text(kind, node.Text ?? throw ApiRefusedException.Invalid($"Invalid string: {path}", param: path), path);
    }

    private static JsonNode Text(string kind, string text, string path)
    {
        if (text.Length == 0) throw ApiRefusedException.Invalid($"You passed an empty string for '{path}'. '{path}' cannot be unset.", "parameter_invalid_empty", path);
        if (kind.StartsWith('('))
        {
            var words = kind[1..^1].Split('|');
            return words.Contains(text) ? text : throw ApiRefusedException.Invalid($"Invalid {path}: must be one of {string.Join(", ", words)}", param: path);
        }

        return kind switch
        {
            "text" => text.Length <= 5000 ? text : throw ApiRefusedException.Invalid($"Invalid string: {path} is too long", param: path),
            "bool" => text is "true" or "false" ? text == "true" : throw ApiRefusedException.Invalid($"Invalid boolean: {text}", param: path),
            "whole" or "time" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : throw ApiRefusedException.Invalid($"Invalid integer: {text}", "parameter_invalid_integer", path),
            "number" => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw ApiRefusedException.Invalid($"Invalid decimal: {text}", param: path),
            _ => throw ApiRefusedException.Invalid($"{path} cannot be given in a form.", param: path),
        };
    }

    private JsonArray List(string kind, FormTree node, string path)
    {
        var numbers = Inner(node, path).Parts.Keys.Select((key, at) => key == at.ToString(CultureInfo.InvariantCulture));
        return numbers.All(n => n)
            ? new JsonArray([.. node.Parts.Select(p => Value(kind, p.Value, $"{path}[{p.Key}]"))])
            : throw ApiRefusedException.Invalid($"Invalid array: {path}", param: path);
    }

    private JsonObject Map(string kind, FormTree node, string path)
    {
        foreach (var (name, value) in Inner(node, path).Parts)
        {
            if (name.Length > 40 || value.Text is { Length: > 500 }) throw ApiRefusedException.Invalid($"Metadata is too long: {path}[{name}]", param: path);
        }

        return new JsonObject(node.Parts.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Value(kind, p.Value, $"{path}[{p.Key}]"))));
    }

    private JsonNode AnyOf(string[] kinds, FormTree node, string path)
    {
        foreach (var kind in kinds[..^1])
        {
            try
            {
                return Value(kind, node, path);
            }
            catch (ApiRefusedException)
            {
                // The next may fit; the last one's refusal is told.
            }
        }

        return Value(kinds[^1], node, path);
    }

    private static FormTree Inner(FormTree node, string path) => node.Text is null ? node : throw ApiRefusedException.Invalid($"Invalid hash: {path}", param: path);

    private static ApiRefusedException Unknown(string path, string name) => ApiRefusedException.Invalid($"Received unknown parameter: {path}[{name}]", "parameter_unknown", path);

    private static string[] Alternatives(string kind)
    {
        var parts = new List<string> { "" };
        var depth = 0;
        foreach (var letter in kind)
        {
            depth += letter switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (letter == '/' && depth == 0) parts.Add("");
            else parts[^1] += letter;
        }

        return [.. parts];
    }
}
