using System.Diagnostics;
using SaaSChat.Domain;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>Finds out whether a provider takes a key: asks for the list of its models, and its cheapest one for a single token. Some show that list to anybody.</summary>
internal sealed class KeyTrial(OfferedModels offered, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Quantities OneToken = Quantities.Of((UsageKind.Input, 10), (UsageKind.Output, 1));

    public async Task<KeyTest> RunAsync(ConnectedProvider provider, string key, CancellationToken cancel)
    {
        var (began, model) = (Stopwatch.GetTimestamp(), Cheapest(provider.Name));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        var fault = await FaultOfAsync(provider, new PoolKey(key, "tested"), model, deadline.Token, cancel);
        return new(fault, model?.Key, Stopwatch.GetElapsedTime(began));
    }

    private static async Task<ProviderFault?> FaultOfAsync(ConnectedProvider provider, PoolKey key, ChatModel? model, CancellationToken patience, CancellationToken cancel)
    {
        try
        {
            await provider.Probe!.AskAsync(key, patience);
            if (model is not null) await AskAsync(provider, key, model, patience);
            return null;
        }
        catch (ChatProviderException e)
        {
            // It read the question and dislikes it: the key is good.
            return e.Fault == ProviderFault.Refused ? null : e.Fault;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ProviderFault.TimedOut;
        }
    }

    // The first word is enough; leaving closes the connection.
    private static async Task AskAsync(ConnectedProvider provider, PoolKey key, ChatModel model, CancellationToken patience)
    {
        var request = new ChatRequest(Ids.NewId().ToString("N"), model.Key, [new ChatTurn(ChatRole.User, "Hi")], MaxOutput: 1) { SentAs = model.SentAs };
        await foreach (var _ in provider.AnswerAsync(request, key, patience)) return;
    }

    private ChatModel? Cheapest(string provider) => offered.Now.Where(m => string.Equals(m.Provider, provider, StringComparison.OrdinalIgnoreCase))
        .MinBy(m => m.PriceAt(clock.UtcNow())?.Standard.CreditsFor(OneToken, Margin.Zero) ?? long.MaxValue);
}

/// <summary>How a test ended.</summary>
/// <param name="Fault">Null where the key is good.</param>
/// <param name="ModelKey">Which model was asked for a word; null where the provider has none here.</param>
/// <param name="Took">How long it took.</param>
public sealed record KeyTest(ProviderFault? Fault, string? ModelKey, TimeSpan Took);
