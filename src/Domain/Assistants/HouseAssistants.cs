using System.Text.Json;
using System.Text.Json.Serialization;

namespace SaaSChat.Domain.Assistants;

/// <summary>The assistants that a new site begins with, from the list that is built into it.</summary>
public static class HouseAssistants
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyDictionary<string, AssistantDraft> All { get; } = Read();

    private static Dictionary<string, AssistantDraft> Read()
    {
        using var list = typeof(HouseAssistants).Assembly.GetManifestResourceStream("assistants.json")!;
        return JsonSerializer.Deserialize<Entry[]>(list, Json)!.ToDictionary(
            e => e.Key, e => new AssistantDraft(e.En, e.Ar, e.Picture, string.Join('\n', e.Instructions), null, e.Temperature), StringComparer.Ordinal);
    }

    private sealed record Entry(string Key, AssistantPicture Picture, int? Temperature, IReadOnlyList<string> Instructions, AssistantWords En, AssistantWords Ar);
}
