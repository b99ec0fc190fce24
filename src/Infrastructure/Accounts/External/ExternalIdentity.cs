using System.Text.Json;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>Who a provider says somebody is. Issuer and subject are who they are; the address is only what they are reached by.</summary>
public sealed record ExternalIdentity(string Issuer, string Subject, string? Email, bool IsVerified, string? Name)
{
    public const int IssuerLength = 190;
    public const int SubjectLength = 255;

    public static ExternalIdentity Read(JsonElement told, string issuer, ClaimNames names)
    {
        var subject = TextAt(told, names.Subject);
        if (string.IsNullOrWhiteSpace(subject) || subject.Length > SubjectLength || subject.Any(char.IsControl))
            throw new ExternalSignInException(ExternalProblem.Failed, "It names no subject that can be kept.");

        var email = TextAt(told, names.Email) is { } address ? AccountAddress.Clean(address) : null;
        var verified = email is not null && string.Equals(TextAt(told, names.EmailVerified), "true", StringComparison.OrdinalIgnoreCase);
        return new ExternalIdentity(issuer, subject, email, verified, TextAt(told, names.Name) is { } name ? PersonName.Clean(name) : null);
    }

    internal static string? TextAt(JsonElement told, string path)
    {
        var here = told;
        foreach (var step in path.Split('.'))
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(step, out here)) return null;
        }

        return here.ValueKind switch
        {
            JsonValueKind.String => here.GetString(),
            JsonValueKind.Number => here.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
    }
}
