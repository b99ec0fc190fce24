using System.Globalization;

namespace SaaSChat.Tests.Stripe.Protocol;

/// <summary>A form's values by their names' brackets: a text, or more by name or number.</summary>
internal sealed class FormTree
{
    private FormTree(string? text) => Text = text;

    public string? Text { get; }
    public Dictionary<string, FormTree> Parts { get; } = new(StringComparer.Ordinal);

    public static FormTree Read(string form)
    {
        var root = new FormTree(null);
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (parts.Length == 1) throw ApiRefusedException.Invalid($"The form is malformed at {pair}.");
            root.Add(Names(Decode(parts[0])), Decode(parts[1]));
        }

        return root;
    }

    private void Add(string[] names, string text)
    {
        var at = this;
        foreach (var name in names[..^1])
        {
            var next = at.Next(name);
            if (!at.Parts.TryGetValue(next, out var inner)) at.Parts[next] = inner = new FormTree(null);
            at = inner.Text is null ? inner : throw ApiRefusedException.Invalid($"Invalid hash: {name}.");
        }

        if (!at.Parts.TryAdd(at.Next(names[^1]), new FormTree(text))) throw ApiRefusedException.Invalid($"{names[^1]} is given twice.");
    }

    // "a[]=x&a[]=y" counts for itself.
    private string Next(string name) => name.Length > 0 ? name : Parts.Count.ToString(CultureInfo.InvariantCulture);

    private static string[] Names(string name)
    {
        var first = name.IndexOf('[', StringComparison.Ordinal);
        if (first < 0) return [name];
        if (first == 0 || !name.EndsWith(']')) throw ApiRefusedException.Invalid($"Malformed parameter name: {name}.");
        return [name[..first], .. name[(first + 1)..^1].Split("][")];
    }

    private static string Decode(string text)
    {
        var plain = Uri.UnescapeDataString(text.Replace('+', ' '));
        return plain.Contains('\uFFFD', StringComparison.Ordinal) || plain.Contains('\0', StringComparison.Ordinal) ? throw ApiRefusedException.Invalid("Invalid string: not UTF-8.") : plain;
    }
}
