using System.Text;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Demo;

/// <summary>The demo model's own tokens: four bytes each, and so never more than the estimate allows for.</summary>
internal static class DemoTokens
{
    private const int Bytes = 4;

    public static long Of(string text) => Of(Encoding.UTF8.GetByteCount(text));

    public static long BytesOf(long tokens) => Math.Min(tokens, long.MaxValue / Bytes) * Bytes;

    public static Quantities Used(ChatRequest request, long bytes) =>
        Quantities.Of((UsageKind.Input, request.Texts.Sum(Of)), (UsageKind.Output, Of(bytes)));

    /// <summary>As much of the beginning as has room, in whole characters.</summary>
    public static string Within(string text, long bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytes) return text;

        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0) break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    private static long Of(long bytes) => (bytes + Bytes - 1) / Bytes;
}
