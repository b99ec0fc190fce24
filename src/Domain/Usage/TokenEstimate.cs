using System.Text;

namespace SaaSChat.Domain.Usage;

/// <summary>
/// How many tokens a text has before a provider has counted them, reckoned from its UTF-8 bytes: the most it can be, for what is held,
/// and what it likely is, for what is charged where the provider never says.
/// </summary>
public sealed record TokenEstimate(long Most, long Likely)
{
    // What a provider adds for each message: its role and its ends.
    private const long PerMessage = 8;

    public static TokenEstimate OfPrompt(IEnumerable<string> messages) => messages.Select(OfText)
        .Aggregate(new TokenEstimate(0, 0), (sum, text) => new(sum.Most + text.Most + PerMessage, sum.Likely + text.Likely + PerMessage));

    /// <summary>
    /// No token is shorter than a byte. Plain text has at most one for two bytes of ASCII; Arabic letters and vowel signs, two bytes each,
    /// come to no more than two for three bytes with any known vocabulary; rare letters, digits and signs may take a token for each byte.
    /// </summary>
    public static TokenEstimate OfText(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        var (ascii, arabic) = (text.Count(c => c < 128), text.Count(c => c is (>= '\u0621' and <= '\u063a') or (>= '\u0641' and <= '\u0652')) * 2);
        var other = bytes - ascii - arabic;
        return new(Share(ascii, 1, 2) + Share(arabic, 2, 3) + other, Share(ascii, 1, 4) + Share(arabic, 1, 4) + Share(other, 1, 2));
    }

    private static long Share(long bytes, int tokens, int per) => ((bytes * tokens) + per - 1) / per;
}
