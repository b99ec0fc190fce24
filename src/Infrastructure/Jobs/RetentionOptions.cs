namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Section "Retention": how long what is over is kept.</summary>
public sealed class RetentionOptions
{
    public TimeSpan EndedBans { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Letters that were sent or given up: their rows still name the address.</summary>
    public TimeSpan EndedMails { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Accounts whose address nobody confirmed.</summary>
    public TimeSpan UnconfirmedAccounts { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Sessions that are over: their rows still name a device and an address.</summary>
    public TimeSpan EndedSessions { get; set; } = TimeSpan.FromDays(90);

    /// <summary>API keys that were revoked or have expired: their rows still carry a label.</summary>
    public TimeSpan EndedApiKeys { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Conversations that their person deleted; until then it can be undone.</summary>
    public TimeSpan DeletedChats { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Temporary chats, counted from the last question in them.</summary>
    public TimeSpan TemporaryChats { get; set; } = TimeSpan.FromDays(1);

    /// <summary>What is known of each run of a job.</summary>
    public TimeSpan JobRuns { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Guests, counted from their first day. Browsers keep no cookie for longer than 400 days.</summary>
    public TimeSpan Visitors { get; set; } = TimeSpan.FromDays(365);
}
