using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>What is to become of a subscription when its period ends.</summary>
internal sealed class Schedules(World world)
{
    public void Serve(Dictionary<string, Func<ApiRequest, JsonNode>> work)
    {
        work["POST /v1/subscription_schedules"] = Create;
        work["GET /v1/subscription_schedules/{}"] = r => world.Find("subscription_schedule", r.Id);
        work["POST /v1/subscription_schedules/{}"] = Update;
        work["POST /v1/subscription_schedules/{}/release"] = r =>
            Active(r.Id) is { } schedule ? Release(world, world.Find("subscription", schedule.Text("subscription")!))! : throw ApiRefusedException.NoSuch("subscription_schedule", r.Id);
    }

    /// <summary>The price of the phase that begins now, where there is one; the plan is then carried out.</summary>
    public static JsonObject? Due(World world, JsonObject subscription)
    {
        if (world.TryFind(subscription.Text("schedule")) is not { } schedule) return null;

        var next = schedule.Items("phases").ElementAtOrDefault(1);
        Release(world, subscription);
        return next is null ? null : world.Find("price", next.Items("items").Single().Text("price")!);
    }

    public static JsonObject? Release(World world, JsonObject subscription)
    {
        if (world.TryFind(subscription.Text("schedule")) is not { } schedule) return null;

        schedule.Set(("status", "released"), ("released_at", world.Now), ("released_subscription", subscription.Id()), ("subscription", null));
        subscription["schedule"] = null;
        return schedule;
    }

    private JsonObject? Active(string id) => world.Find("subscription_schedule", id) is { } found && found.Text("status") == "active" ? found : null;

    private JsonObject Create(ApiRequest request)
    {
        var subscription = world.Find("subscription", request.Text("from_subscription"), "from_subscription");
        if (request.Form.Any(f => f.Key is not ("from_subscription" or "expand" or "metadata"))) throw ApiRefusedException.Invalid("When from_subscription is set, other parameters cannot be.");
        if (subscription.Text("schedule") is not null) throw ApiRefusedException.Invalid("You cannot migrate a subscription that is already attached to a schedule.");
        if (subscription.Text("status") is "canceled" or "incomplete") throw ApiRefusedException.Invalid($"The subscription is {subscription.Text("status")}.");
        if (subscription.Flag("cancel_at_period_end")) throw ApiRefusedException.Invalid("You cannot migrate a subscription that is set to cancel at the period's end.");

        var item = Subscriptions.ItemOf(subscription);
        var phase = new { start_date = item.Whole("current_period_start"), end_date = item.Whole("current_period_end"), items = new[] { new { price = item.Inner("price")!.Id(), quantity = 1 } } };
        var schedule = world.Add(new
        {
            id = world.NewId("sub_sched"),
            @object = "subscription_schedule",
            subscription = subscription.Id(),
            customer = subscription.Text("customer"),
            status = "active",
            end_behavior = "release",
            current_phase = new { phase.start_date, phase.end_date },
            phases = new[] { phase },
            metadata = request.Form.Copy("metadata"),
        });
        subscription["schedule"] = schedule.Id();
        return schedule;
    }

    private JsonObject Update(ApiRequest request)
    {
        var schedule = Active(request.Id) ?? throw ApiRefusedException.Invalid("You can only update a schedule that is active.");
        if (request.Form["phases"] is null) return schedule;

        var start = schedule.Inner("current_phase")!.Whole("start_date");
        var phases = new JsonArray();
        foreach (var (given, at) in request.Form.Items("phases").Select((g, i) => (g, i)))
        {
            var path = $"phases[{at}]";
            if (given.ContainsKey("end_date") && given.ContainsKey("duration")) throw ApiRefusedException.Invalid($"You may only specify one of {path}[end_date] and {path}[duration].");
            if (at == 0 && given.Whole("start_date") != start) throw ApiRefusedException.Invalid("You can not modify the start date of the current phase.", param: $"{path}[start_date]");
            if (given.Items("items").SingleOrDefault()?.Text("price") is not { } price) throw ApiRefusedException.Missing($"{path}[items][0][price]");

            world.Find("price", price, $"{path}[items][0][price]");
            var end = given.ContainsKey("end_date") ? given.Whole("end_date") : given.Inner("duration") is { } length ? After(start, length) : throw ApiRefusedException.Missing($"{path}[end_date]");
            if (end <= start) throw ApiRefusedException.Invalid($"{path} ends before it begins.", param: $"{path}[end_date]");
            phases.Add(Json.Of(new { start_date = start, end_date = end, items = new[] { new { price, quantity = 1 } } }));
            start = end;
        }

        schedule.Set(("phases", phases), ("end_behavior", request.Form.Text("end_behavior") ?? "release"));
        return schedule;
    }

    private static long After(long start, JsonObject length)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(start);
        var count = (int)Math.Max(1, length.Whole("interval_count"));
        return (length.Text("interval") switch { "year" => at.AddYears(count), "month" => at.AddMonths(count), "week" => at.AddDays(7 * count), _ => at.AddDays(count) }).ToUnixTimeSeconds();
    }
}
