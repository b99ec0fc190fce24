using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Keys;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>A provider that can be asked here, with its keys.</summary>
internal sealed record ConnectedProvider(string Name, IChatProvider Provider, KeyPool Keys, Uri? BaseUrl, ProviderProbe? Probe = null)
{
    public IAsyncEnumerable<AnswerPiece> AnswerAsync(ChatRequest request, PoolKey key, CancellationToken cancel) =>
        Provider.AnswerAsync(request, new ProviderAccess(Name, BaseUrl, key.Key), cancel);

    /// <summary>Null when it does well. Its pool hears of it as of a call.</summary>
    public async Task<ChatProviderException?> ProbeAsync(CancellationToken cancel)
    {
        if (Keys.Next([]) is not { } turn) return Keys.Refusal();

        using var _ = turn;
        try
        {
            await Probe!.AskAsync(turn.Key, cancel);
            turn.Worked();
            return null;
        }
        catch (ChatProviderException fault)
        {
            turn.Failed(fault);
            return fault;
        }
    }
}
