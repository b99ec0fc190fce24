using System.Runtime.CompilerServices;
using System.Text;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Demo;

/// <summary>A model that is built in: it needs no key, knows nothing, and shows what an answer can look like.</summary>
public sealed class DemoProvider(DemoOptions options) : IChatProvider
{
    public const string Name = "Demo";

    public async IAsyncEnumerable<AnswerPiece> AnswerAsync(ChatRequest request, ProviderAccess access, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (most, written) = (DemoTokens.BytesOf(request.MaxOutput), 0L);
        var end = AnswerEnd.Complete;
        foreach (var piece in DemoAnswer.To(request).Pieces)
        {
            cancel.ThrowIfCancellationRequested();
            if (options.Delay > TimeSpan.Zero) await Task.Delay(options.Delay, cancel);

            var fitting = Within(piece, most - written, out var bytes);
            written += bytes;
            if (bytes > 0) yield return fitting;
            if (fitting == piece) continue;

            end = AnswerEnd.Length;
            break;
        }

        yield return new AnswerPiece.Usage(DemoTokens.Used(request, written));
        yield return new AnswerPiece.End(end);
    }

    private static AnswerPiece Within(AnswerPiece piece, long room, out int bytes)
    {
        var text = DemoTokens.Within(piece is AnswerPiece.Reasoning thought ? thought.Value : ((AnswerPiece.Text)piece).Value, room);
        bytes = Encoding.UTF8.GetByteCount(text);
        return piece is AnswerPiece.Reasoning ? new AnswerPiece.Reasoning(text) : new AnswerPiece.Text(text);
    }
}
