using global::Stripe;
using global::Stripe.Checkout;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;

namespace SaaSChat.Infrastructure.Billing.StripeNet;

/// <summary>Checkout: the pages on which people pay, begin a plan or save a card.</summary>
internal sealed class StripeNetCheckouts(StripeNetCalls calls, StripeNetPrices prices, StripeOptions options) : IStripeCheckouts
{
    private const int LongestCouponName = 40;

    private readonly SessionService _sessions = new(calls.Client);
    private readonly CouponService _coupons = new(calls.Client);

    public async Task<HostedCheckout> OpenAsync(CheckoutOrder order, CancellationToken cancel)
    {
        var session = Common(order);
        if (order.Line is { } line) AddLine(session, order, line);
        else if (order.Plan is { } plan) AddPlan(session, await prices.IdOfAsync(plan, cancel));
        else session.PaymentMethodTypes = ["card"];

        var metadata = Metadata(order);
        session.PaymentIntentData = order.Line is null ? null : new SessionPaymentIntentDataOptions { Metadata = metadata };
        session.SubscriptionData = order.Plan is null ? null : new SessionSubscriptionDataOptions { Metadata = metadata };
        session.SetupIntentData = session.Mode == "setup" ? new SessionSetupIntentDataOptions { Metadata = metadata } : null;
        if (order.Discount is { Minor: > 0 }) session.Discounts = [new SessionDiscountOptions { Coupon = await CouponAsync(order, cancel) }];
        return StripeNetReading.Checkout(await calls.AskAsync(c => _sessions.CreateAsync(session, StripeNetCalls.By(order.Key), c), cancel));
    }

    public async Task<HostedCheckout> FindAsync(string id, CancellationToken cancel)
    {
        var with = new SessionGetOptions();
        with.AddExpand("setup_intent");
        return StripeNetReading.Checkout(await calls.AskAsync(c => _sessions.GetAsync(id, with, null, c), cancel));
    }

    public async Task<HostedCheckout> EndAsync(string id, CancellationToken cancel)
    {
        try
        {
            await calls.AskAsync(c => _sessions.ExpireAsync(id, null, null, c), cancel);
        }
        catch (PaymentGatewayException e) when (e.Fault == GatewayFault.Refused)
        {
            // It is over already; how, is told below.
        }

        return await FindAsync(id, cancel);
    }

    private static Dictionary<string, string> Metadata(CheckoutOrder order) => new(StringComparer.Ordinal) { [StripeForm.OrderKey] = order.OrderId.ToString("D") };

    // Which ways to pay are offered is left to the account's settings at Stripe: naming some would hide the others.
    private static SessionCreateOptions Common(CheckoutOrder order) => new()
    {
        Mode = order.Line is not null ? "payment" : order.Plan is not null ? "subscription" : "setup",
        Customer = order.CustomerId,
        ClientReferenceId = order.OrderId.ToString("D"),
        Metadata = Metadata(order),
        SuccessUrl = order.Success.AbsoluteUri,
        CancelUrl = order.Cancel.AbsoluteUri,
        ExpiresAt = order.Until,

        // Stripe has no Arabic of its own and shows what the browser asks for.
        Locale = order.Language is "en" or "zh" ? order.Language : "auto",
    };

    private void AddLine(SessionCreateOptions session, CheckoutOrder order, SaleLine line)
    {
        var price = new SessionLineItemPriceDataOptions
        {
            Currency = line.Price.Currency.Code.ToLowerInvariant(),
            UnitAmount = line.Price.Minor,
            TaxBehavior = "inclusive",
            ProductData = new SessionLineItemPriceDataProductDataOptions { Name = line.Name },
        };
        session.LineItems = [new SessionLineItemOptions { Quantity = 1, PriceData = price }];
        if (order.SavesCard) session.PaymentMethodOptions = new SessionPaymentMethodOptionsOptions { Card = new SessionPaymentMethodOptionsCardOptions { SetupFutureUsage = "off_session" } };
        AddTax(session);
    }

    private void AddPlan(SessionCreateOptions session, string priceId)
    {
        session.LineItems = [new SessionLineItemOptions { Quantity = 1, Price = priceId }];
        AddTax(session);
    }

    private void AddTax(SessionCreateOptions session)
    {
        session.AdaptivePricing = new SessionAdaptivePricingOptions { Enabled = false };
        if (!options.AutomaticTax) return;

        // The tax depends on an address, which the page asks for and the customer keeps.
        session.AutomaticTax = new SessionAutomaticTaxOptions { Enabled = true };
        session.CustomerUpdate = new SessionCustomerUpdateOptions { Address = "auto" };
    }

    private async Task<string> CouponAsync(CheckoutOrder order, CancellationToken cancel)
    {
        var (id, off) = ($"order-{order.OrderId:N}", order.Discount!.Value);
        var name = order.Line?.Name ?? order.Plan?.Name ?? "";
        var coupon = new CouponCreateOptions
        {
            Id = id, AmountOff = off.Minor, Currency = off.Currency.Code.ToLowerInvariant(), Duration = "once", MaxRedemptions = 1, Name = name[..Math.Min(name.Length, LongestCouponName)],
        };
        try
        {
            await calls.AskAsync(c => _coupons.CreateAsync(coupon, StripeNetCalls.By($"{order.Key}:coupon"), c), cancel);
        }
        catch (PaymentGatewayException e) when (e.Code == "resource_already_exists")
        {
            // Made by an earlier attempt for this very order.
        }

        return id;
    }
}
