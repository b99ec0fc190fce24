using System.Globalization;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Domain.Billing;

/// <summary>
/// A plan that somebody decided to pay for, from that decision to its end. An account has one that is not over. Changed only under its
/// account's lock, and brought to what the gateway says: we reckon neither its periods nor its sums.
/// </summary>
public sealed class Subscription
{
    public const int GatewayIdLength = 90;
    public const int TermsLength = 120;

    /// <summary>How long its checkout can be paid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    // A change of which nothing was heard for so long was never begun.
    private static readonly TimeSpan WishLifetime = TimeSpan.FromMinutes(15);

    private Subscription()
    {
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary>Made with the form: pressing twice is one subscription.</summary>
    public Guid ClientId { get; private set; }

    public string PlanKey { get; private set; } = "";
    public BillingInterval Interval { get; private set; }
    public Currency Currency { get; private set; } = Currency.Usd;
    public long PriceMinor { get; private set; }
    public string Language { get; private set; } = "";
    public SubscriptionState State { get; private set; }
    public string? CheckoutId { get; private set; }
    public string? GatewayId { get; private set; }
    public DateTime PlacedAt { get; private set; }
    public DateTime ClosesAt { get; private set; }

    /// <summary>The end of the period that runs, by the gateway's word.</summary>
    public DateTime? PaidUntil { get; private set; }

    public bool EndsWithPeriod { get; private set; }

    /// <summary>What replaces it when the period ends.</summary>
    public PlanTerms? Next { get; private set; }

    /// <summary>A change that waits for its invoice to be paid.</summary>
    public PlanTerms? Pending { get; private set; }

    /// <summary>A change that the gateway is being asked for.</summary>
    public PlanTerms? Wish { get; private set; }

    public DateTime? WishedAt { get; private set; }
    public long Wishes { get; private set; }
    public string? LatestInvoiceId { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>How often what the gateway says was acted on: whoever asked it before somebody else acted asks again.</summary>
    public long Looks { get; private set; }

    public DateTime LookedAt { get; private set; }

    public Money Price => new(PriceMinor, Currency);
    public PlanTerms Terms => new(PlanKey, Interval, Price);
    public bool IsLiving => State is SubscriptionState.Active or SubscriptionState.PastDue;
    public bool IsOver => EndedAt is not null;

    /// <summary>When money is next taken, and for what; null where it is not.</summary>
    public (DateTime At, PlanTerms Terms)? NextCharge => State == SubscriptionState.Active && !EndsWithPeriod && PaidUntil is { } at ? (at, Next ?? Terms) : null;

    /// <summary>Of the one call that opens its checkout: the same however often it is made.</summary>
    public string OpeningKey => $"plan:{Id:N}";

    /// <summary>Of the one call that asks for the change: two windows that wish for the same are one wish.</summary>
    public string WishKey => string.Create(CultureInfo.InvariantCulture, $"change:{Id:N}:{Wishes}");

    /// <summary>Of a call that sets whether it ends with its period.</summary>
    public string EndingKey(bool ends) => string.Create(CultureInfo.InvariantCulture, $"{(ends ? "end" : "keep")}:{Id:N}:{Looks}");

    public static Subscription Place(Guid accountId, Guid userId, Guid clientId, PlanTerms terms, string language, DateTime at) => new()
    {
        Id = Ids.NewId(), AccountId = accountId, UserId = userId, ClientId = clientId, PlanKey = terms.PlanKey, Interval = terms.Interval, Currency = terms.Price.Currency,
        PriceMinor = terms.Price.Minor, Language = language, PlacedAt = at, ClosesAt = at + Lifetime, LookedAt = at,
    };

    /// <summary>Null when the checkout is this subscription's, over this sum, by this account's customer.</summary>
    public CheckoutFault? FaultOf(HostedCheckout checkout, string? customerId)
    {
        if (checkout.OrderId != Id || (GatewayId is not null && checkout.SubscriptionId is { } begun && begun != GatewayId)) return CheckoutFault.Order;
        if (customerId is null || checkout.CustomerId != customerId) return CheckoutFault.Customer;
        if (GatewayId is not null) return null;
        if (checkout.Subtotal is not { } sum || sum.Currency != Currency) return CheckoutFault.Currency;
        return sum.Minor == PriceMinor ? null : CheckoutFault.Sum;
    }

    /// <summary>Null when what the gateway has is what was decided on here.</summary>
    public CheckoutFault? FaultOf(GatewaySubscription now, string? customerId)
    {
        if (now.OrderId != Id || (GatewayId is not null && GatewayId != now.Id)) return CheckoutFault.Order;
        if (customerId is null || now.CustomerId != customerId) return CheckoutFault.Customer;
        if (now.Terms.Price.Currency != Currency) return CheckoutFault.Currency;
        return GatewayId is null && now.Terms != Terms ? CheckoutFault.Sum : null;
    }

    /// <summary>What the gateway says of it is about to be acted on.</summary>
    public void LookAt(HostedCheckout? checkout, DateTime at)
    {
        (Looks, LookedAt) = (Looks + 1, at);
        CheckoutId ??= checkout?.Id;
        if (State == SubscriptionState.Placed && checkout is not null) State = SubscriptionState.Open;
    }

    /// <summary>Takes over what the gateway says now.</summary>
    public SubscriptionTurn SyncWith(GatewaySubscription now, DateTime at)
    {
        var (was, terms) = (State, Terms);
        (GatewayId, PaidUntil, EndsWithPeriod, Next, Pending, LatestInvoiceId) = (now.Id, now.PaidUntil, now.EndsWithPeriod, now.Next, now.Pending, now.LatestInvoiceId);
        (PlanKey, Interval, PriceMinor) = (now.Terms.PlanKey, now.Terms.Interval, now.Terms.Price.Minor);
        State = now.State switch
        {
            GatewaySubscriptionState.Active => SubscriptionState.Active,
            GatewaySubscriptionState.PastDue => SubscriptionState.PastDue,
            GatewaySubscriptionState.Ended => SubscriptionState.Ended,
            _ => SubscriptionState.Open,
        };
        EndedAt = State == SubscriptionState.Ended ? EndedAt ?? at : null;
        if (Wish is { } wish && (wish == Terms || wish == Pending || wish == Next || WishedAt + WishLifetime < at || IsOver)) ForgetWish();
        return TurnFrom(was, terms);
    }

    /// <summary>False while another change is on its way.</summary>
    public bool TryWish(PlanTerms terms, DateTime at)
    {
        if (Wish == terms) return true;
        if (Wish is not null && WishedAt + WishLifetime >= at) return false;

        (Wish, WishedAt, Wishes) = (terms, at, Wishes + 1);
        return true;
    }

    public void ForgetWish() => (Wish, WishedAt) = (null, null);

    /// <summary>It came to nothing. False when it is over or was paid.</summary>
    public bool TryEnd(SubscriptionState state, DateTime at)
    {
        if (IsOver || GatewayId is not null) return false;
        (State, EndedAt) = (state, at);
        return true;
    }

    private SubscriptionTurn TurnFrom(SubscriptionState was, PlanTerms terms)
    {
        var lived = was is SubscriptionState.Active or SubscriptionState.PastDue;
        return State switch
        {
            SubscriptionState.Active or SubscriptionState.PastDue when !lived => SubscriptionTurn.Began,
            SubscriptionState.PastDue when was == SubscriptionState.Active => SubscriptionTurn.FellDue,
            SubscriptionState.Active or SubscriptionState.PastDue when Terms != terms => SubscriptionTurn.Changed,
            SubscriptionState.Ended when lived => SubscriptionTurn.Ended,
            _ => SubscriptionTurn.None,
        };
    }
}
