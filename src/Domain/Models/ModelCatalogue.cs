using System.Text.Json;
using System.Text.Json.Serialization;

namespace SaaSChat.Domain.Models;

/// <summary>The chat models that a new site knows, from the list that is built into it.</summary>
public static class ModelCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    public static readonly IReadOnlyList<ModelOffer> All = Read();

    public static IReadOnlyList<string> Providers { get; } = [.. All.Select(m => m.Provider).Distinct(StringComparer.Ordinal)];

    public static DateOnly PricesSeen { get; } = All.Max(m => m.PricesSeen);

    public static ModelOffer Get(string id) => All.Single(m => m.Id == id);

    private static ModelOffer[] Read()
    {
        using var list = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("SaaSChat.Domain.Models.models.json")!;
        return JsonSerializer.Deserialize<ModelOffer[]>(list, Json)!;
    }
}
