namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Stripe's own pages for cards and invoices. Plans are changed and ended on ours, where it is said what that means.</summary>
internal sealed class StripePortal(StripeApi api)
{
    public const string Ours = "site";
    public const string Name = "saaschat";

    private string? _configuration;

    public async Task<Uri> OpenAsync(string customerId, Uri returnTo, string language, CancellationToken cancel)
    {
        _configuration ??= await ConfigureAsync(cancel);
        var session = await api.PostAsync(
            "/v1/billing_portal/sessions",
            new StripeForm { { "customer", customerId }, { "configuration", _configuration }, { "return_url", returnTo.AbsoluteUri }, { "locale", language is "en" or "zh" ? language : "auto" } },
            null, cancel);
        return new Uri(session.Need("url"));
    }

    // Said anew by each process, whatever somebody has switched on meanwhile.
    private async Task<string> ConfigureAsync(CancellationToken cancel)
    {
        var all = await api.GetAsync("/v1/billing_portal/configurations", new StripeForm { { "active", true }, { "limit", 100 } }, cancel);
        var known = all.Items("data").Where(c => c.Text("metadata", Ours) == Name).Select(c => c.Text("id")).FirstOrDefault();
        var path = known is null ? "/v1/billing_portal/configurations" : $"/v1/billing_portal/configurations/{known}";
        return (await api.PostAsync(path, Features(), known is null ? $"portal:{Name}" : null, cancel)).Need("id");
    }

    private static StripeForm Features() => new()
    {
        { "features[invoice_history][enabled]", true },
        { "features[payment_method_update][enabled]", true },
        { "features[customer_update][enabled]", false },
        { "features[subscription_update][enabled]", false },
        { "features[subscription_cancel][enabled]", false },
        { $"metadata[{Ours}]", Name },
    };
}
