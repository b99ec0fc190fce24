using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Keys;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>A provider that can be asked here, with its keys.</summary>
internal sealed record ConnectedProvider(string Name, IChatProvider Provider, KeyPool Keys, Uri? BaseUrl, ProviderProbe? Probe = null)
{
    public IAsyncEnumerable<AnswerPiece> AnswerAsync(ChatRequest request, PoolKey key, CancellationToken cancel) =>
        Provider.AnswerAsync(request, new ProviderAccess(Name, BaseUrl, key.Key), cancel);

    /// <summary>As a key's row names it, whom it was given for.</summary>
    public string Host => BaseUrl!.Authority;

    public bool IsCalled(string name) => string.Equals(name, Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when it does well. Its pool hears of it as of a call, and so does whoever looks after its keys.</summary>
    public async Task<ChatProviderException?> ProbeAsync(KeyUse use, CancellationToken cancel)
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
            await use.NoteAsync(turn, fault.Fault);
            return fault;
        }
    }
}
