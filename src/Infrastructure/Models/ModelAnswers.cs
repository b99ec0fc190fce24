using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Infrastructure.Models;

/// <summary>Asks a model, with one key of its provider after the other until one brings something. What has begun is never asked again.</summary>
public sealed class ModelAnswers
{
    private readonly ConnectedProviders _providers;
    private readonly KeyUse _use;
    private readonly ILogger<ModelAnswers> _log;

    internal ModelAnswers(ConnectedProviders providers, KeyUse use, ILogger<ModelAnswers> log) => (_providers, _use, _log) = (providers, use, log);

    /// <summary>Whether it can be asked here at all: its provider has a key, or needs none.</summary>
    public bool IsConnected(ChatModel model) => _providers.Find(model.Provider) is not null;

    /// <summary>Streams as <see cref="IChatProvider"/> says; when no key helps, the last one's failure is thrown.</summary>
    public async IAsyncEnumerable<AnswerPiece> AskAsync(ChatModel model, ChatRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (_providers.Find(model.Provider) is not { } provider) throw new ChatProviderException(ProviderFault.NotConnected, $"No key of {model.Provider} is set.");

        var (tried, last) = (new List<PoolKey>(), (ChatProviderException?)null);
        var spends = await _use.OfAsync(provider.Keys.Limited, cancel);
        while (provider.Keys.Next(tried, spends) is { } turn)
        {
            using var _ = turn;
            tried.Add(turn.Key);
            var call = request with { CallId = Ids.NewId().ToString("N"), SentAs = model.SentAs };
            await using var attempt = new Attempt(provider.AnswerAsync(call, turn.Key, cancel).GetAsyncEnumerator(cancel));
            while (await attempt.NextAsync(turn))
            {
                foreach (var piece in attempt.Arrived) yield return piece;
            }

            if (attempt.Fault is null) yield break;
            _log.LogWarning("Call {CallId} to {Provider} with {Key}: {Fault}. {Message}", call.CallId, provider.Name, turn.Key.Label, attempt.Fault.Fault, attempt.Fault.Message);
            await _use.NoteAsync(turn, attempt.Fault.Fault);
            last = attempt.Fault;
            if (attempt.HasBegun || !last.Fault.AnotherKeyMayHelp()) break;
        }

        throw last ?? provider.Keys.Refusal();
    }

    /// <summary>One call. What it reports before it begins is kept back: another may have to be made.</summary>
    private sealed class Attempt(IAsyncEnumerator<AnswerPiece> pieces) : IAsyncDisposable
    {
        private readonly List<AnswerPiece> _arrived = [];

        public ChatProviderException? Fault { get; private set; }
        public bool HasBegun { get; private set; }

        /// <summary>What has arrived since the last time, for the one who asks for it.</summary>
        public IReadOnlyList<AnswerPiece> Arrived { get; private set; } = [];

        public async Task<bool> NextAsync(KeyTurn turn)
        {
            try
            {
                if (!await pieces.MoveNextAsync()) return false;
            }
            catch (ChatProviderException fault)
            {
                turn.Failed(Fault = fault);
                return false;
            }

            if (!HasBegun && pieces.Current is not AnswerPiece.Usage && turn.Key.Id is { } key) _arrived.Insert(0, new AnswerPiece.From(key));
            HasBegun |= pieces.Current is not AnswerPiece.Usage;
            if (HasBegun) turn.Worked();
            _arrived.Add(pieces.Current);
            Arrived = HasBegun ? [.. _arrived] : [];
            if (HasBegun) _arrived.Clear();
            return true;
        }

        public ValueTask DisposeAsync() => pieces.DisposeAsync();
    }
}
