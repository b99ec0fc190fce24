using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Domain.Billing;

/// <summary>
/// One package that somebody decided to buy, at the price that they saw. It has one checkout and is credited by one payment. Changed only
/// under its account's lock.
/// </summary>
public sealed class Order
{
    public const int CheckoutIdLength = 100;

    /// <summary>How long its checkout can be paid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private Order()
    {
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary>Made with the form: pressing twice is one order.</summary>
    public Guid ClientId { get; private set; }

    public string PackageKey { get; private set; } = "";
    public long Credits { get; private set; }
    public Currency Currency { get; private set; } = Currency.Usd;
    public long PriceMinor { get; private set; }
    public long DiscountMinor { get; private set; }
    public string? PromoCode { get; private set; }
    public string Language { get; private set; } = "";
    public OrderState State { get; private set; }
    public string? CheckoutId { get; private set; }
    public DateTime PlacedAt { get; private set; }
    public DateTime ClosesAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Charged to a saved card while its owner was away, as they once agreed.</summary>
    public bool IsTopUp { get; private set; }

    /// <summary>How often what the gateway says was acted on: whoever asked it before somebody else acted asks again.</summary>
    public long Looks { get; private set; }

    public Money Price => new(PriceMinor, Currency);
    public Money Discount => new(DiscountMinor, Currency);
    public Money Total => new(PriceMinor - DiscountMinor, Currency);

    /// <summary>Of the one call that opens its checkout: the same however often it is made.</summary>
    public string OpeningKey => $"order:{Id:N}";

    /// <summary>Of the one charge of a saved card.</summary>
    public string ChargeKey => $"topup:{Id:N}";

    public bool IsOver => State is OrderState.Paid or OrderState.Failed or OrderState.Expired;

    public static Order Place(Guid accountId, Guid userId, OrderTerms terms, DateTime at) => new()
    {
        Id = Ids.NewId(), AccountId = accountId, UserId = userId, ClientId = terms.ClientId, PackageKey = terms.Package.Key, Credits = terms.Package.Credits,
        Currency = terms.Price.Currency, PriceMinor = terms.Price.Minor, DiscountMinor = terms.Discount?.Minor ?? 0, PromoCode = terms.PromoCode,
        Language = terms.Language, IsTopUp = terms.IsTopUp, PlacedAt = at, ClosesAt = at + Lifetime,
    };

    /// <summary>Whether this is what was ordered before, asked for again.</summary>
    public bool IsFor(OrderTerms terms) => (PackageKey, Price, PromoCode) == (terms.Package.Key, terms.Price, terms.PromoCode);

    /// <summary>Null when the checkout is this order's, over this sum, by this account's customer.</summary>
    public CheckoutFault? FaultOf(HostedCheckout checkout, string? customerId)
    {
        if (checkout.OrderId != Id) return CheckoutFault.Order;
        if (customerId is null || checkout.CustomerId != customerId) return CheckoutFault.Customer;
        if (checkout.Subtotal is not { } sum || sum.Currency != Currency) return CheckoutFault.Currency;
        return sum.Minor == PriceMinor && checkout.Total is { } total && total.Minor >= Total.Minor ? null : CheckoutFault.Sum;
    }

    /// <summary>Null when the charge of a saved card is this order's, over its sum, by this account's customer.</summary>
    public CheckoutFault? FaultOf(GatewayPayment charge, string? customerId)
    {
        if (charge.OrderId != Id) return CheckoutFault.Order;
        if (customerId is null || charge.CustomerId != customerId) return CheckoutFault.Customer;
        if (charge.Amount.Currency != Currency) return CheckoutFault.Currency;
        return charge.Amount.Minor >= Total.Minor ? null : CheckoutFault.Sum;
    }

    /// <summary>What the gateway says of its checkout, or of its charge where there is none, is about to be acted on.</summary>
    public void LookAt(HostedCheckout? checkout)
    {
        Looks++;
        if (checkout is null) return;

        CheckoutId ??= checkout.Id;
        if (State == OrderState.Placed) State = OrderState.Open;
    }

    /// <summary>The card wants to see its owner, who has so long to pay on the gateway's page.</summary>
    public void LeaveOpenUntil(DateTime until) => ClosesAt = until;

    /// <summary>Its owner has paid, and the money is on its way.</summary>
    public void Await()
    {
        if (State is OrderState.Placed or OrderState.Open) State = OrderState.Awaited;
    }

    /// <summary>A payment counts whenever it comes, after the checkout was given up too.</summary>
    public void Pay(DateTime at)
    {
        if (State == OrderState.Paid) throw new InvalidOperationException("An order is paid once.");
        (State, EndedAt) = (OrderState.Paid, at);
    }

    /// <summary>It came to nothing. False when it is over already.</summary>
    public bool TryEnd(OrderState state, DateTime at)
    {
        if (IsOver) return false;
        (State, EndedAt) = (state, at);
        return true;
    }
}

public enum OrderState
{
    /// <summary>Written down; whether its checkout is open is not known yet.</summary>
    Placed,

    /// <summary>It can be paid.</summary>
    Open,

    /// <summary>Paid by a method that takes its time.</summary>
    Awaited,
    Paid,
    Failed,
    Expired,
}

/// <summary>What a person decided on, and saw before they did.</summary>
public sealed record OrderTerms(Guid ClientId, PackageOffer Package, Money Price, Money? Discount, string? PromoCode, string Language, bool IsTopUp = false);

/// <summary>Why a checkout or a charge does not pay for an order.</summary>
public enum CheckoutFault
{
    Order,
    Customer,
    Currency,
    Sum,

    /// <summary>It is for a plan that we do not have.</summary>
    Plan,

    /// <summary>From the gateway's other world: a test where real money is taken, or the other way round.</summary>
    Mode,
}
