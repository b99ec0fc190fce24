namespace SaaSChat.Web.Public;

/// <summary>Section "Seller": who stands behind this site, as the legal texts name them.</summary>
public sealed class SellerOptions
{
    public string Name { get; set; } = "SaaSChat";
    public string Email { get; set; } = "support@example.com";

    public bool IsValid => !string.IsNullOrWhiteSpace(Name) && Email.Contains('@', StringComparison.Ordinal);
}
