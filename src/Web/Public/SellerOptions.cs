namespace SaaSChat.Web.Public;

/// <summary>Section "Seller": who stands behind this site, as the legal texts and receipts name them.</summary>
public sealed class SellerOptions
{
    public string Name { get; set; } = "SaaSChat";
    public string Email { get; set; } = "support@example.com";

    /// <summary>With commas between its lines, as it stands on receipts.</summary>
    public string Address { get; set; } = "";

    /// <summary>As it must stand on receipts where the law asks for it.</summary>
    public string TaxNumber { get; set; } = "";

    public IReadOnlyList<string> AddressLines => Address.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool IsValid => !string.IsNullOrWhiteSpace(Name) && Email.Contains('@', StringComparison.Ordinal);
}
