using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Keys;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>A provider that can be asked here, with its keys.</summary>
internal sealed record ConnectedProvider(string Name, IChatProvider Provider, KeyPool Keys, Uri? BaseUrl)
{
    public IAsyncEnumerable<AnswerPiece> AnswerAsync(ChatRequest request, PoolKey key, CancellationToken cancel) =>
        Provider.AnswerAsync(request, new ProviderAccess(Name, BaseUrl, key.Key), cancel);
}
