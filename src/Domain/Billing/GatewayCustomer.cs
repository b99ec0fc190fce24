using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Billing;

/// <summary>As whom the gateway knows an account.</summary>
public sealed record GatewayCustomer(Guid AccountId, string CustomerId, DateTime At)
{
    public const int IdLength = 100;

    /// <summary>Since when it is deleted there; null while it is not.</summary>
    public DateTime? GoneAt { get; init; }

    /// <summary>Of the call that makes the customer: another address or language is another call, for one key may ask for one thing only.</summary>
    public static string KeyFor(Guid accountId, string email, string language) =>
        $"customer:{accountId:N}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{email}|{language}")).AsSpan(0, 8))}";
}
