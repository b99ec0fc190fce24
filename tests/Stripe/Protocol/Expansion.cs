using System.Text.Json.Nodes;

namespace SaaSChat.Tests.Stripe.Protocol;

/// <summary>Answers hold ids; "expand" asks for the objects themselves, at most four steps deep.</summary>
internal static class Expansion
{
    public static JsonNode Expand(this World world, JsonNode answer, IEnumerable<string> paths)
    {
        var told = answer.DeepClone();
        foreach (var path in paths)
        {
            var steps = path.Split('.');
            if (steps.Length > 4) throw ApiRefusedException.Invalid($"You cannot expand more than 4 levels of a property: {path}", param: "expand");
            Walk(world, told, steps, path);
        }

        return told;
    }

    private static void Walk(World world, JsonNode at, ReadOnlySpan<string> steps, string path)
    {
        if (at is JsonArray all)
        {
            foreach (var one in all) Walk(world, one!, steps, path);
            return;
        }

        var step = steps[0];
        if (at is not JsonObject holder || !holder.ContainsKey(step) && !IsHidden(holder, step)) throw ApiRefusedException.Invalid($"This property cannot be expanded ({path}).", param: "expand");
        if (IsHidden(holder, step)) holder[step] = world.Hidden(holder.Id());
        if (holder[step] is JsonValue id && world.TryFind((string?)id) is { } found) holder[step] = found.DeepClone();
        if (steps.Length > 1 && holder[step] is { } next) Walk(world, next, steps[1..], path);
    }

    // An invoice's payments are left out unless they are asked for.
    private static bool IsHidden(JsonObject holder, string step) => step == "payments" && holder.Text("object") == "invoice";

    private static JsonObject Hidden(this World world, string invoice) => new()
    {
        ["object"] = "list",
        ["has_more"] = false,
        ["data"] = new JsonArray([.. world.All("invoice_payment").Where(p => p.Text("invoice") == invoice).Select(p => p.DeepClone())]),
    };
}
