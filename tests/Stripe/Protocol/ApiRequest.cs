using System.Text.Json.Nodes;

namespace SaaSChat.Tests.Stripe.Protocol;

/// <summary>A request whose every parameter is one that Stripe knows.</summary>
internal sealed record ApiRequest(string Address, string[] Ids, JsonObject Form)
{
    public string Id => Ids[0];

    public string Text(string name) => Form.Text(name) ?? throw ApiRefusedException.Missing(name);

    public long Whole(string name) => (long?)Form[name] ?? throw ApiRefusedException.Missing(name);

    public JsonObject Inner(string name) => Form.Inner(name) ?? throw ApiRefusedException.Missing(name);

    /// <summary>So many objects, the newest first, after the one that is named.</summary>
    public JsonObject List(string url, IEnumerable<JsonObject> oldestFirst)
    {
        var limit = (int)((long?)Form["limit"] ?? 10);
        if (limit is < 1 or > 100) throw ApiRefusedException.Invalid("Invalid limit: must be from 1 to 100.", param: "limit");

        var created = Form["created"];
        var found = oldestFirst.Reverse().Where(o => IsWithin(created, o.Whole("created"))).ToList();
        if (Form.Text("starting_after") is { } after)
        {
            var at = found.FindIndex(o => o.Id() == after);
            found = at < 0 ? throw ApiRefusedException.NoSuch("object", after, "starting_after") : found[(at + 1)..];
        }

        return new JsonObject
        {
            ["object"] = "list",
            ["url"] = url,
            ["has_more"] = found.Count > limit,
            ["data"] = new JsonArray([.. found.Take(limit).Select(o => o.DeepClone())]),
        };
    }

    private static bool IsWithin(JsonNode? created, long at) => created switch
    {
        null => true,
        JsonObject range => (range["gt"] is not { } gt || at > (long)gt) && (range["gte"] is not { } gte || at >= (long)gte)
            && (range["lt"] is not { } lt || at < (long)lt) && (range["lte"] is not { } lte || at <= (long)lte),
        _ => at == (long)created,
    };
}
