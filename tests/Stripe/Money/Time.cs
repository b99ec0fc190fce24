using System.Text.Json.Nodes;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>What happens by itself as time passes, each thing at its moment.</summary>
internal sealed class Time(World world, Sessions sessions, Subscriptions subscriptions, Invoices invoices)
{
    private const int MostAttempts = 4;

    public void Advance(TimeSpan by)
    {
        var until = world.Now + (long)by.TotalSeconds;
        while (Next() is { } next && next.At <= until)
        {
            if (next.At > world.Now) world.Move(TimeSpan.FromSeconds(next.At - world.Now));
            next.Happen();
        }

        world.Move(TimeSpan.FromSeconds(until - world.Now));
    }

    private Due? Next() => Sessions().Concat(Pending()).Concat(Retries()).Concat(Periods()).MinBy(d => d.At);

    private IEnumerable<Due> Sessions() =>
        world.All("checkout.session").Where(s => s.Text("status") == "open").Select(s => new Due(s.Whole("expires_at"), () => sessions.Expire(s)));

    private IEnumerable<Due> Periods() =>
        Living().Select(s => new Due(Subscriptions.ItemOf(s).Whole("current_period_end"), () => subscriptions.Renew(s)));

    // A change that is not paid within a day does not happen.
    private IEnumerable<Due> Pending() =>
        from subscription in Living()
        let pending = subscription.Inner("pending_update")
        where pending is not null
        select new Due(pending.Whole("expires_at"), () =>
        {
            invoices.Void(world.Find("invoice", subscription.Text("latest_invoice")!));
            subscription["pending_update"] = null;
            world.Announce("customer.subscription.pending_update_expired", subscription);
        });

    private IEnumerable<Due> Retries() =>
        from invoice in world.All("invoice")
        where invoice.Text("status") == "open" && invoice["next_payment_attempt"] is not null
        let subscription = world.Find("subscription", Invoices.SubscriptionOf(invoice)!)
        where subscription.Inner("pending_update") is null && subscription.Text("status") != "canceled"
        select new Due(invoice.Whole("next_payment_attempt"), () =>
        {
            if (invoices.Pay(invoice, subscriptions.MethodOf(subscription), offSession: true) || invoice.Whole("attempt_count") < MostAttempts) return;
            invoice["next_payment_attempt"] = null;
            subscriptions.End(subscription);
        });

    private IEnumerable<JsonObject> Living() => world.All("subscription").Where(s => s.Text("status") is "active" or "past_due");

    private sealed record Due(long At, Action Happen);
}
