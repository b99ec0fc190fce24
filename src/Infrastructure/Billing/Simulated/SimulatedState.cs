using System.Text.Json.Serialization;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Simulated;

/// <summary>Everything that the simulated gateway knows, in the words of the port.</summary>
public sealed class SimulatedState
{
    private const int MostEvents = 5000;

    public int LastId { get; set; }
    public List<string> Customers { get; init; } = [];
    public Dictionary<string, SimulatedCheckout> Checkouts { get; init; } = [];
    public Dictionary<string, GatewayPayment> Payments { get; init; } = [];
    public Dictionary<string, SimulatedCard> Cards { get; init; } = [];
    public Dictionary<string, GatewaySubscription> Subscriptions { get; init; } = [];
    public Dictionary<string, GatewayInvoice> Invoices { get; init; } = [];

    /// <summary>What was asked by each key, and the id of what came of it.</summary>
    public Dictionary<string, SimulatedKey> Keys { get; init; } = [];

    /// <summary>The oldest first.</summary>
    public List<GatewayEvent> Events { get; init; } = [];

    /// <summary>Happened just now, and not told to the site yet.</summary>
    [JsonIgnore]
    public List<GatewayEvent> News { get; } = [];

    public string NewId(string kind) => $"{kind}_sim{++LastId:000000}";

    public void Announce(string type, string objectId, DateTime at)
    {
        var said = new GatewayEvent(NewId("evt"), type, objectId, at, IsLive: false);
        Events.Add(said);
        News.Add(said);
        if (Events.Count > MostEvents) Events.RemoveAt(0);
    }

    public static T Find<T>(Dictionary<string, T> among, string id) =>
        among.TryGetValue(id, out var found) ? found : throw new PaymentGatewayException(GatewayFault.NotFound, $"The simulated gateway knows no {id}.");

    public string Customer(string id) => Customers.Contains(id) ? id : throw new PaymentGatewayException(GatewayFault.NotFound, $"The simulated gateway knows no {id}.");

    public SimulatedCard CardOf(string customerId, string cardId) =>
        Find(Cards, cardId) is { } card && card.CustomerId == customerId ? card : throw new PaymentGatewayException(GatewayFault.NotFound, $"The customer has no {cardId}.");

    public SimulatedCard? LastCardOf(string customerId) => Cards.Values.LastOrDefault(c => c.CustomerId == customerId);

    /// <summary>The id of what this key made; made now where it is new.</summary>
    public string Once(string key, string asked, Func<string> make)
    {
        if (!Keys.TryGetValue(key, out var known)) return (Keys[key] = new SimulatedKey(asked, make())).Id;
        return known.Asked == asked ? known.Id : throw new PaymentGatewayException(GatewayFault.KeyReused, $"The key {key} was used for something else.");
    }
}

/// <summary>A page, what it is for, and what became of it.</summary>
/// <param name="AsksOwner">The card wants to hear from its owner.</param>
public sealed record SimulatedCheckout(CheckoutOrder Order, HostedCheckout Told, bool AsksOwner = false);

public sealed record SimulatedCard(string CustomerId, SavedCard Card, SimulatedMood Mood);

public sealed record SimulatedKey(string Asked, string Id);

/// <summary>What a card does when it is asked for money.</summary>
public enum SimulatedMood
{
    Works,
    Declines,
    HasNoMoney,

    /// <summary>Wants to see its owner.</summary>
    WantsOwner,
}
