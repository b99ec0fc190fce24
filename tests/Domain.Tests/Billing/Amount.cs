using System.Globalization;

namespace SaaSChat.Domain.Tests.Billing;

/// <summary>Attributes cannot hold decimals.</summary>
internal static class Amount
{
    public static decimal Of(string written) => decimal.Parse(written, CultureInfo.InvariantCulture);
}
