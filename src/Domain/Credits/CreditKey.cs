namespace SaaSChat.Domain.Credits;

/// <summary>The name of a cause that may act once: compared to the letter and never used again.</summary>
public static class CreditKey
{
    public const int MaxLength = 100;

    public static string Require(string key) =>
        !string.IsNullOrWhiteSpace(key) && key.Length <= MaxLength ? key : throw new ArgumentException($"A key has 1 to {MaxLength} characters.", nameof(key));
}
