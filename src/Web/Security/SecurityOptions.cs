using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

/// <summary>Section "Security".</summary>
public sealed class SecurityOptions : ICheckedOptions
{
    /// <summary>Outside Development: plain HTTP is sent to HTTPS. False means that TLS ends at a proxy that does not say so: every request then counts as HTTPS.</summary>
    public bool RequireHttps { get; set; } = true;

    public int HttpsPort { get; set; } = 443;

    public string StrictTransportSecurity { get; set; } = "max-age=31536000; includeSubDomains";

    public IEnumerable<string> Faults()
    {
        if (CheckedOptions.Outside("Security:HttpsPort", HttpsPort, 1, 65535) is { } port) yield return port;
        if (!StrictTransportSecurity.StartsWith("max-age=", StringComparison.Ordinal) || StrictTransportSecurity.Any(char.IsControl))
            yield return $"Security:StrictTransportSecurity is \"{StrictTransportSecurity}\"; set it to a policy such as \"max-age=31536000; includeSubDomains\".";
    }
}
