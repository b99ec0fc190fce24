using System.Text.Json.Serialization;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Simulated;

/// <summary>Everything that the simulated gateway knows, in the words of the port.</summary>
public sealed class SimulatedState
{
    private const int MostEvents = 5000;

    public int LastId { get; set; }
    public IList<string> Customers { get; init; } = [];
    public IDictionary<string, SimulatedCheckout> Checkouts { get; init; } = new Dictionary<string, SimulatedCheckout>(StringComparer.Ordinal);
    public IDictionary<string, GatewayPayment> Payments { get; init; } = new Dictionary<string, GatewayPayment>(StringComparer.Ordinal);
    public IDictionary<string, SimulatedCard> Cards { get; init; } = new Dictionary<string, SimulatedCard>(StringComparer.Ordinal);
    public IDictionary<string, GatewaySubscription> Subscriptions { get; init; } = new Dictionary<string, GatewaySubscription>(StringComparer.Ordinal);
    public IDictionary<string, GatewayInvoice> Invoices { get; init; } = new Dictionary<string, GatewayInvoice>(StringComparer.Ordinal);

    /// <summary>What was asked by each key, and the id of what came of it.</summary>
    public IDictionary<string, SimulatedKey> Keys { get; init; } = new Dictionary<string, SimulatedKey>(StringComparer.Ordinal);

    /// <summary>The oldest first.</summary>
    public IList<GatewayEvent> Events { get; init; } = [];

    /// <summary>Happened just now, and not told to the site yet.</summary>
    [JsonIgnore]
    public IList<GatewayEvent> News { get; } = [];

    public string NewId(string kind) => $"{kind}_sim{++LastId:000000}";

    public void Announce(string type, string objectId, DateTime at)
    {
        var said = new GatewayEvent(NewId("evt"), type, objectId, at, IsLive: false);
        Events.Add(said);
        News.Add(said);
        if (Events.Count > MostEvents) Events.RemoveAt(0);
    }

    public static T Find<T>(IDictionary<string, T> among, string id) =>
        among.TryGetValue(id, out var found) ? found : throw new PaymentGatewayException(GatewayFault.NotFound, $"The simulated gateway knows no {id}.");

    public string Customer(string id) => Customers.Contains(id) ? id : throw new PaymentGatewayException(GatewayFault.NotFound, $"The simulated gateway knows no {id}.");

    public SimulatedCard CardOf(string customerId, string cardId) =>
        Find(Cards, cardId) is { } card && card.CustomerId == customerId ? card : throw new PaymentGatewayException(GatewayFault.NotFound, $"The customer has no {cardId}.");

    public SimulatedCard? LastCardOf(string customerId) => Cards.Values.Where(c => c.CustomerId == customerId).MaxBy(c => c.Card.Id, StringComparer.Ordinal);

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
