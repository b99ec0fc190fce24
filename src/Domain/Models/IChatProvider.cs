namespace SaaSChat.Domain.Models;

/// <summary>
/// One way of asking a model: OpenAI's protocol, Anthropic's, or the built-in demo. Each call of <see cref="AnswerAsync"/> is one attempt
/// with one key; nothing is asked again inside.
/// </summary>
public interface IChatProvider
{
    /// <summary>
    /// Streams the answer as it arrives. Ends with exactly one <see cref="AnswerPiece.End"/>, or throws <see cref="ChatProviderException"/>:
    /// nothing else is thrown but for the caller's own cancellation. Reported usage may come at any point and more than once; the last counts.
    /// Cancelling closes the connection at once, so that the provider stops writing.
    /// </summary>
    IAsyncEnumerable<AnswerPiece> AnswerAsync(ChatRequest request, ProviderAccess access, CancellationToken cancel);
}
