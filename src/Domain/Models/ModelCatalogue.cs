namespace SaaSChat.Domain.Models;

/// <summary>The models that a new site knows, from the lists that are built into it, in the order in which they are shown.</summary>
public static class ModelCatalogue
{
    public const string DemoKey = "demo";

    private static readonly string[] Lists = ["openai", "anthropic", "google", "others", "media", "demo"];

    public static readonly IReadOnlyList<ModelOffer> All = [.. Lists.SelectMany(CatalogueList.Read)];

    public static ModelOffer Get(string key) => All.Single(m => m.Key == key);
}
