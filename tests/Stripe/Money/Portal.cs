using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>The customers' own pages, and what they may do there.</summary>
internal sealed class Portal(World world, Customers customers, string address)
{
    public void Serve(Dictionary<string, Func<ApiRequest, JsonNode>> work)
    {
        work["POST /v1/billing_portal/configurations"] = Create;
        work["GET /v1/billing_portal/configurations"] = r => r.List("/v1/billing_portal/configurations", world.All("billing_portal.configuration"));
        work["POST /v1/billing_portal/configurations/{}"] = Update;
        work["POST /v1/billing_portal/sessions"] = Open;
    }

    private static JsonNode Checked(JsonObject features)
    {
        foreach (var (name, feature) in features)
        {
            if (feature?["enabled"] is null) throw ApiRefusedException.Missing($"features[{name}][enabled]");
        }

        if (features.Inner("subscription_update") is { } update && update.Flag("enabled") && (update["products"] is null || update["default_allowed_updates"] is null))
            throw ApiRefusedException.Missing("features[subscription_update][products]");
        return features.DeepClone();
    }

    private JsonObject Create(ApiRequest request) => world.Add(new
    {
        id = world.NewId("bpc"),
        @object = "billing_portal.configuration",
        active = true,
        is_default = false,
        features = Checked(request.Inner("features")),
        metadata = request.Form.Copy("metadata"),
    });

    private JsonObject Update(ApiRequest request)
    {
        var configuration = world.Find("billing_portal.configuration", request.Id);
        if (request.Form.Inner("features") is { } features) configuration.Set(("features", Checked(features)));
        return configuration;
    }

    private JsonObject Open(ApiRequest request)
    {
        var configuration = request.Form.Text("configuration") is { } id ? world.Find("billing_portal.configuration", id, "configuration").Id()
            : throw ApiRefusedException.Invalid("No configuration provided and your test mode default configuration has not been created.");
        var session = world.Add(new
        {
            id = world.NewId("bps"),
            @object = "billing_portal.session",
            configuration,
            customer = customers.Living(request.Text("customer")).Id(),
            locale = request.Form.Text("locale"),
            return_url = request.Text("return_url"),
            url = "",
        });
        session["url"] = $"{address}/p/session/{session.Id()}";
        return session;
    }
}
