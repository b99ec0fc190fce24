namespace SaaSChat.Domain.Models;

public static class UsageKinds
{
    private const long Million = 1_000_000;

    public static IReadOnlyList<UsageKind> All { get; } = Enum.GetValues<UsageKind>();

    public static bool IsToken(this UsageKind kind) => kind <= UsageKind.AudioOutput;

    /// <summary>Counts towards the length of the prompt, which decides on the long-context price. What is read from a cache or written to it was sent too.</summary>
    public static bool IsPrompt(this UsageKind kind) => kind.IsToken() && kind is not (UsageKind.Output or UsageKind.ImageOutput or UsageKind.AudioOutput);

    /// <summary>How much is counted for one rate: time is counted in milliseconds, everything else one by one.</summary>
    public static long CountedPerRate(this UsageKind kind) => kind switch
    {
        UsageKind.AudioInputSecond or UsageKind.AudioOutputSecond or UsageKind.VideoSecond => 1_000,
        UsageKind.AudioInputMinute or UsageKind.AudioOutputMinute => 60_000,
        _ => 1,
    };

    /// <summary>Price lists name tokens and characters by the million, everything else singly.</summary>
    public static long ListedPer(this UsageKind kind) =>
        kind.IsToken() || kind is UsageKind.AudioInputCharacter or UsageKind.AudioOutputCharacter ? Million : 1;

    /// <summary>The kind whose rate holds where this one has none of its own: a provider without a cache price charges what is fresh.</summary>
    public static UsageKind? RatedAs(this UsageKind kind) => kind switch
    {
        UsageKind.CacheRead or UsageKind.CacheWriteShort or UsageKind.CacheWriteLong => UsageKind.Input,
        UsageKind.ImageCacheRead => UsageKind.ImageInput,
        _ => null,
    };
}
