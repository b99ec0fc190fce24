using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Public;

/// <summary>A long text of numbered sections: Legal.(name).S1.Title and .Body, S2 and on, as many as there are.</summary>
public sealed class LegalText(IStringLocalizer<Text> text, IOptions<SellerOptions> seller)
{
    // A name or an address of Latin letters must not turn the Arabic sentence around it.
    private readonly object[] _seller = [Bidi.Isolate(seller.Value.Name), Bidi.Isolate(seller.Value.Email)];

    public LegalDocument Read(string name, DateOnly version) =>
        new(text[$"Legal.{name}.Title"], text[$"Legal.{name}.Lead"], version, [.. Sections(name)]);

    private IEnumerable<LegalSection> Sections(string name)
    {
        for (var n = 1; text[$"Legal.{name}.S{n}.Title"] is { ResourceNotFound: false } title; n++)
            yield return new LegalSection(n, title, [.. Blocks(text[$"Legal.{name}.S{n}.Body", _seller])]);
    }

    // One line is one paragraph; lines that begin with "- " and follow each other are one list.
    private static IEnumerable<LegalBlock> Blocks(string body)
    {
        List<string> items = [];
        foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                items.Add(line[2..]);
                continue;
            }

            if (items.Count > 0) yield return new LegalBlock(true, [.. items]);
            items.Clear();
            yield return new LegalBlock(false, [line]);
        }

        if (items.Count > 0) yield return new LegalBlock(true, items);
    }
}
