using System.Text.Json;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Checkout: the pages on which people pay, begin a plan or save a card.</summary>
internal sealed class StripeCheckouts(StripeApi api, StripePrices prices, StripeOptions options) : IStripeCheckouts
{
    private const int LongestCouponName = 40;

    private static readonly StripeForm WithCard = new() { { "expand[0]", "setup_intent" } };

    public async Task<HostedCheckout> OpenAsync(CheckoutOrder order, CancellationToken cancel)
    {
        var form = Common(order);
        if (order.Line is { } line) AddLine(form, order, line);
        else if (order.Plan is { } plan) AddPlan(form, order, await prices.IdOfAsync(plan, cancel));
        else AddCard(form, order);
        if (order.Discount is { Minor: > 0 }) form.Add("discounts[0][coupon]", await CouponAsync(order, cancel));

        return Read(await api.PostAsync("/v1/checkout/sessions", form, order.Key, cancel));
    }

    public async Task<HostedCheckout> FindAsync(string id, CancellationToken cancel) => Read(await api.GetAsync(Path(id), WithCard, cancel));

    public async Task<HostedCheckout> EndAsync(string id, CancellationToken cancel)
    {
        try
        {
            return Read(await api.PostAsync($"{Path(id)}/expire", WithCard, null, cancel));
        }
        catch (PaymentGatewayException e) when (e.Fault == GatewayFault.Refused)
        {
            return await FindAsync(id, cancel);
        }
    }

    public static HostedCheckout Read(JsonElement session) => new(
        session.Need("id"),
        session.Need("status") switch { "open" => CheckoutState.Open, "complete" => CheckoutState.Complete, _ => CheckoutState.Expired },
        session.Need("payment_status") switch { "paid" => CheckoutPayment.Paid, "no_payment_required" => CheckoutPayment.NothingToPay, _ => CheckoutPayment.Unpaid },
        session.Text("url") is { } page ? new Uri(page) : null,
        session.OrderId(), session.IdAt("customer"), session.MoneyOrNull("amount_subtotal"), session.MoneyOrNull("amount_total"), session.IsLive())
    {
        PaymentId = session.IdAt("payment_intent"),
        SubscriptionId = session.IdAt("subscription"),
        SavedCardId = session.Text("setup_intent", "payment_method"),
    };

    private static string Path(string id) => $"/v1/checkout/sessions/{Uri.EscapeDataString(id)}";

    // Which ways to pay are offered is left to the account's settings at Stripe: naming some would hide the others.
    private static StripeForm Common(CheckoutOrder order) => new()
    {
        { "mode", order.Line is not null ? "payment" : order.Plan is not null ? "subscription" : "setup" },
        { "customer", order.CustomerId },
        { "client_reference_id", order.OrderId },
        { $"metadata[{StripeForm.OrderKey}]", order.OrderId },
        { "success_url", order.Success.AbsoluteUri },
        { "cancel_url", order.Cancel.AbsoluteUri },
        { "expires_at", order.Until },

        // Stripe has no Arabic of its own and shows what the browser asks for.
        { "locale", order.Language is "en" or "zh" ? order.Language : "auto" },
    };

    private void AddLine(StripeForm form, CheckoutOrder order, SaleLine line)
    {
        form.Add("line_items[0][quantity]", 1);
        form.Add("line_items[0][price_data][currency]", line.Price.Currency);
        form.Add("line_items[0][price_data][unit_amount]", line.Price.Minor);
        form.Add("line_items[0][price_data][tax_behavior]", "inclusive");
        form.Add("line_items[0][price_data][product_data][name]", line.Name);
        form.Add($"payment_intent_data[metadata][{StripeForm.OrderKey}]", order.OrderId);
        form.Add("adaptive_pricing[enabled]", false);
        if (order.SavesCard) form.Add("payment_method_options[card][setup_future_usage]", "off_session");
        AddTax(form);
    }

    private void AddPlan(StripeForm form, CheckoutOrder order, string priceId)
    {
        form.Add("line_items[0][quantity]", 1);
        form.Add("line_items[0][price]", priceId);
        form.Add($"subscription_data[metadata][{StripeForm.OrderKey}]", order.OrderId);
        form.Add("adaptive_pricing[enabled]", false);
        AddTax(form);
    }

    // Only a card can be charged later here, and it needs no currency.
    private static void AddCard(StripeForm form, CheckoutOrder order)
    {
        form.Add("payment_method_types[0]", "card");
        form.Add($"setup_intent_data[metadata][{StripeForm.OrderKey}]", order.OrderId);
    }

    private void AddTax(StripeForm form)
    {
        if (!options.AutomaticTax) return;

        // The tax depends on an address, which the page asks for and the customer keeps.
        form.Add("automatic_tax[enabled]", true);
        form.Add("customer_update[address]", "auto");
    }

    private async Task<string> CouponAsync(CheckoutOrder order, CancellationToken cancel)
    {
        var (id, off) = ($"order-{order.OrderId:N}", order.Discount!.Value);
        var name = order.Line?.Name ?? order.Plan?.Name ?? "";
        var form = new StripeForm
        {
            { "id", id }, { "amount_off", off.Minor }, { "currency", off.Currency }, { "duration", "once" }, { "max_redemptions", 1 }, { "name", name[..Math.Min(name.Length, LongestCouponName)] },
        };
        try
        {
            await api.PostAsync("/v1/coupons", form, $"{order.Key}:coupon", cancel);
        }
        catch (PaymentGatewayException e) when (e.Code == "resource_already_exists")
        {
            // Made by an earlier attempt for this very order.
        }

        return id;
    }
}
