namespace SaaSChat.Domain.Models;

/// <summary>What Anthropic reports: what was read from the cache or written to it stands beside the input. Null is not reported, zero is.</summary>
public sealed record AnthropicUsage(
    long? Input, long? Output, long? CacheRead = null, long? CacheWritten = null, long? WrittenForFiveMinutes = null, long? WrittenForAnHour = null)
{
    /// <summary>Disjoint kinds; null when the report lacks one of its two numbers or holds one that cannot be.</summary>
    public Quantities? Disjoint()
    {
        if (Input is not { } input || Output is not { } output) return null;
        if (CacheWritten is < 0 or > Quantities.Most) return null;

        // What the split leaves out of the sum was written for the usual five minutes.
        var (brief, hour) = (WrittenForFiveMinutes ?? 0, WrittenForAnHour ?? 0);
        if (brief is < 0 or > Quantities.Most || hour is < 0 or > Quantities.Most) return null;
        var unsplit = Math.Max(0, (CacheWritten ?? 0) - brief - hour);
        return Quantities.From(
            (UsageKind.Input, input), (UsageKind.CacheRead, CacheRead ?? 0), (UsageKind.CacheWriteShort, brief + unsplit),
            (UsageKind.CacheWriteLong, hour), (UsageKind.Output, output));
    }
}
