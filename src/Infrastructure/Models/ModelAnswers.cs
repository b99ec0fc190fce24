using System.Runtime.CompilerServices;
using SaaSChat.Domain;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models;

/// <summary>Asks a model, with one key of its provider after the other until one brings something. What has begun is never asked again.</summary>
public sealed class ModelAnswers(ConnectedProviders providers)
{
    /// <summary>Whether it can be asked here at all: its provider has a key, or needs none.</summary>
    public bool IsConnected(ChatModel model) => providers.Find(model.Provider) is not null;

    /// <summary>Streams as <see cref="IChatProvider"/> says; the last key's failure is the one that is thrown.</summary>
    public async IAsyncEnumerable<AnswerPiece> AskAsync(ChatModel model, ChatRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (providers.Find(model.Provider) is not { } provider)
            throw new ChatProviderException(ProviderFault.NotConnected, $"No key of {model.Provider} is set.");

        await foreach (var piece in provider.Provider.AnswerAsync(request with { CallId = Ids.NewId().ToString("N") }, provider.Access, cancel)) yield return piece;
    }
}
