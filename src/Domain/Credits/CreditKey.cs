namespace SaaSChat.Domain.Credits;

/// <summary>The name of a cause that may act once: compared to the letter and never used again.</summary>
public static class CreditKey
{
    public const int MaxLength = 100;

    /// <summary>How the keys of invoices begin.</summary>
    public const string Invoices = "invoice:";

    /// <summary>Of a plan's credits that were paid for: whoever has such a grant has paid, whatever plan they are on later.</summary>
    public static string OfInvoice(string invoiceId) => Require($"{Invoices}{invoiceId}");

    public static bool IsPaid(GrantSource source, string key) =>
        source == GrantSource.Purchase || (source == GrantSource.Plan && key.StartsWith(Invoices, StringComparison.Ordinal));

    public static string Require(string key) =>
        !string.IsNullOrWhiteSpace(key) && key.Length <= MaxLength ? key : throw new ArgumentException($"A key has 1 to {MaxLength} characters.", nameof(key));
}
