using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>How long an answer may get, and how short it may not be cut: below that it is refused.</summary>
public sealed record CallLengths(long Least, long Most)
{
    private const long Short = 256;
    private const long ShortWithReasoning = 1_024;

    public static CallLengths Of(ChatModel model, long setting, long? wanted)
    {
        var most = new[] { setting, model.MaxOutput ?? setting, wanted ?? setting }.Min();
        return new(Math.Min(model.Reasoning ? ShortWithReasoning : Short, most), most);
    }
}
