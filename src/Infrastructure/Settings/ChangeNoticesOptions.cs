namespace SaaSChat.Infrastructure.Settings;

/// <summary>Section "ChangeNotices".</summary>
public sealed class ChangeNoticesOptions
{
    /// <summary>How often a node asks the database what the others have changed.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);
}
