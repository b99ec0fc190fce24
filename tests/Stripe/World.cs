using System.Text.Json;
using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe;

/// <summary>Everything that the server keeps, by Stripe's own shapes; whoever touches it holds <see cref="Gate"/>.</summary>
internal sealed class World(TimeProvider clock)
{
    private readonly Dictionary<string, JsonObject> _objects = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _inOrder = [];
    private TimeSpan _ahead;
    private int _last;

    public Lock Gate { get; } = new();

    public bool IsLive { get; set; }

    public long Now => clock.GetUtcNow().Add(_ahead).ToUnixTimeSeconds();

    /// <summary>Told of each event, in their order.</summary>
    public Action<JsonObject>? Announced { get; set; }

    public string Version { get; init; } = "";

    /// <summary>How each card behaves; one that is not here works.</summary>
    public Dictionary<string, CardMood> Cards { get; } = new(StringComparer.Ordinal);

    /// <summary>Such as pi_test00000012: no two are alike.</summary>
    public string NewId(string prefix) => $"{prefix}_test{++_last:00000000}";

    public JsonObject Add(object shape) => Keep(JsonSerializer.SerializeToNode(shape)!.AsObject());

    public JsonObject Keep(JsonObject added)
    {
        added["livemode"] = IsLive;
        added["created"] ??= Now;
        _objects.Add(added.Id(), added);
        _inOrder.Add(added);
        return added;
    }

    public JsonObject? TryFind(string? id) => id is null ? null : _objects.GetValueOrDefault(id);

    public JsonObject Find(string kind, string id, string param = "id") =>
        TryFind(id) is { } found && found.Text("object") == kind ? found : throw ApiRefusedException.NoSuch(kind.Replace("checkout.", "", StringComparison.Ordinal), id, param);

    /// <summary>The oldest first.</summary>
    public IEnumerable<JsonObject> All(string kind) => _inOrder.Where(o => o.Text("object") == kind);

    public void Remove(JsonObject gone)
    {
        _objects.Remove(gone.Id());
        _inOrder.Remove(gone);
    }

    public void Move(TimeSpan by) => _ahead += by;

    public void Announce(string type, JsonObject about)
    {
        var announced = Add(new
        {
            id = NewId("evt"),
            @object = "event",
            api_version = Version,
            type,
            data = new { @object = about.DeepClone() },
            pending_webhooks = 1,
            request = new { id = (string?)null, idempotency_key = (string?)null },
        });
        Announced?.Invoke(announced);
    }
}

/// <summary>What a card does when it is asked for money.</summary>
public enum CardMood
{
    Works,
    Declines,
    HasNoMoney,

    /// <summary>Wants to see its owner.</summary>
    WantsOwner,
}
