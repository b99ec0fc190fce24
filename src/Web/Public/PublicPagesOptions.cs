using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Public;

/// <summary>Section "PublicPages".</summary>
public sealed class PublicPagesOptions : ICheckedOptions
{
    /// <summary>How long a rendered page is served again; unset, a minute outside Development, where changes to the pages are to be seen at once.</summary>
    public TimeSpan? KeepFor { get; set; }

    public IEnumerable<string> Faults()
    {
        if (KeepFor < TimeSpan.Zero || KeepFor > TimeSpan.FromHours(1))
            yield return $"PublicPages:KeepFor is {KeepFor:c}; set it to a time from 00:00:00 to 01:00:00.";
    }
}
