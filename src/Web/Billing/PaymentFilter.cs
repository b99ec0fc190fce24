namespace SaaSChat.Web.Billing;

/// <summary>What an admin looks for among what was paid.</summary>
/// <param name="Currency">Its code.</param>
/// <param name="States">Those there are, what they are called, and whether it is the one that is looked for.</param>
public sealed record PaymentFilter(string? Q, string? Currency, IReadOnlyList<(string State, string Name, bool IsChosen)> States)
{
    public const int LongestSearch = 254;
}
