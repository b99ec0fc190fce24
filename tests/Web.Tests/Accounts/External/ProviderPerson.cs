namespace SaaSChat.Web.Tests.Accounts.External;

/// <summary>Whoever sits in front of the provider's sign-in page.</summary>
public sealed record ProviderPerson(string Subject, string? Email, bool? Verified, string? Name = null)
{
    public static readonly ProviderPerson Sara = new("248289761001", "sara@example.com", Verified: true, "Sara Haddad");
}
