using System.Collections;
using System.Globalization;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>The parameters of one call, by Stripe's names; what is null is left out.</summary>
internal sealed class StripeForm : IEnumerable<KeyValuePair<string, string>>
{
    /// <summary>Under which our order's id stands in the metadata of what comes of it.</summary>
    public const string OrderKey = "order";

    private readonly List<KeyValuePair<string, string>> _values = [];

    public void Add(string name, string? value)
    {
        if (value is not null) _values.Add(KeyValuePair.Create(name, value));
    }

    public void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, bool value) => Add(name, value ? "true" : "false");

    public void Add(string name, Guid value) => Add(name, value.ToString("D"));

    public void Add(string name, DateTime value) => Add(name, new DateTimeOffset(value).ToUnixTimeSeconds());

    public void Add(string name, BillingInterval value) => Add(name, value == BillingInterval.Year ? "year" : "month");

    public void Add(string name, Currency value) => Add(name, value.Code.ToLowerInvariant());

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
