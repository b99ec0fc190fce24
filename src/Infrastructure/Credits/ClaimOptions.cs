using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Section "Claim": what anybody with a confirmed address may ask for, again and again.</summary>
public sealed class ClaimOptions
{
    public bool Enabled { get; set; } = true;
    public long Amount { get; set; } = 20_000;

    /// <summary>From one claim to the next.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(24);

    public TimeSpan ExpiresAfter { get; set; } = TimeSpan.FromDays(30);

    public ClaimTerms Terms => new(Amount, Every, ExpiresAfter);
}
