namespace SaaSChat.Domain.Mail;

/// <summary>What stands in one letter besides its fixed words. What people typed is made one short line, so that no name can spoil a letter.</summary>
public sealed record MailArguments
{
    private const int LongestName = 100;
    private const int LongestAddress = 320;
    private const int LongestPath = 1000;

    /// <summary>Left out of letters to an address that nobody has confirmed: a stranger's "name" would be a stranger's message.</summary>
    public string? Name { get; init => field = value is null ? null : OneLine.Of(value, LongestName); }

    /// <summary>Another address that the letter speaks of.</summary>
    public string? Address { get; init => field = value is null ? null : OneLine.Of(value, LongestAddress); }

    /// <summary>What its person calls the thing that the letter is about.</summary>
    public string? Label { get; init => field = value is null ? null : OneLine.Of(value, LongestName); }

    /// <summary>Where the letter's button leads, on our own site.</summary>
    public string? Path { get; init => field = value is null || IsOurs(value) ? value : throw new ArgumentException("Not a path of ours.", nameof(value)); }

    /// <summary>Who may want no more of its kind; needed for letters that have a topic.</summary>
    public Guid? UserId { get; init; }

    /// <summary>When that page stops working; a letter that is still waiting then is not sent any more.</summary>
    public DateTime? ExpiresAt { get; init; }

    // "//host" and "/\host" leave the site.
    private static bool IsOurs(string path) => path is { Length: <= LongestPath } and ['/', not ('/' or '\\'), ..] && !path.Any(c => char.IsControl(c) || c == ' ');
}
