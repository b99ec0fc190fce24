namespace SaaSChat.Domain.Models;

/// <summary>Where a provider is asked and with which key. The key is never written to a log.</summary>
public sealed record ProviderAccess(string Provider, Uri? BaseUrl, string? ApiKey)
{
    public override string ToString() => $"{Provider} at {BaseUrl}";
}
