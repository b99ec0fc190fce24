using System.Globalization;

namespace SaaSChat.Domain.Accounts;

/// <summary>Which version of the terms a person agreed to, and when.</summary>
public sealed class TermsAcceptance(Guid userId, string version, DateTime acceptedAt)
{
    public static string CurrentVersion => LegalVersions.Terms.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Guid UserId { get; private set; } = userId;
    public string Version { get; private set; } = version;
    public DateTime AcceptedAt { get; private set; } = acceptedAt;
}
