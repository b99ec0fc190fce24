namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Section "GuestTrial": what somebody without an account may try.</summary>
public sealed class GuestTrialOptions
{
    public bool Enabled { get; set; } = true;

    /// <summary>Whether a guest's credits come back each month, or are given once.</summary>
    public bool Renews { get; set; }

    /// <summary>How many trials may begin on one day in one network with one family of browsers.</summary>
    public int PerNetworkADay { get; set; } = 10;
}
