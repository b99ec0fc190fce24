using System.Text.Json;
using System.Text.Json.Nodes;

namespace SaaSChat.Tests.Stripe;

/// <summary>Short words for what is read from objects and forms.</summary>
internal static class Json
{
    public static JsonObject Of(object shape) => JsonSerializer.SerializeToNode(shape)!.AsObject();

    public static string Id(this JsonObject from) => (string)from["id"]!;

    public static string? Text(this JsonObject from, string name) => (string?)from[name];

    public static long Whole(this JsonObject from, string name) => (long?)from[name] ?? 0;

    public static bool Flag(this JsonObject from, string name) => (bool?)from[name] ?? false;

    public static JsonObject? Inner(this JsonObject from, string name) => from[name] as JsonObject;

    public static IEnumerable<JsonObject> Items(this JsonObject from, string name) =>
        (from[name] as JsonArray ?? (from[name] as JsonObject)?["data"] as JsonArray)?.Select(i => i!.AsObject()) ?? [];

    /// <summary>Metadata and the like, as an object of its own.</summary>
    public static JsonObject Copy(this JsonObject from, string name) => from[name]?.DeepClone().AsObject() ?? [];

    public static void Set(this JsonObject at, params (string Name, object? Value)[] values)
    {
        foreach (var (name, value) in values) at[name] = value is JsonNode node ? node.Parent is null ? node : node.DeepClone() : JsonSerializer.SerializeToNode(value);
    }
}
