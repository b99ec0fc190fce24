using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Writes one answer: waits for its turn, lets the model stream, cuts where credits or a limit end, and settles whatever came of it.</summary>
internal sealed class Generation(AnswerCalls calls, ModelAnswers models, Answers answers, Titles titles, ILogger<Generation> log)
{
    // Another node frees its places without a word here.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    public async Task WriteAsync(LiveAnswer live, AnswerOrder order)
    {
        var attempt = order.Open is null ? 0 : 1;
        var open = order.Open;
        for (var i = 0; ; i++)
        {
            var model = order.Models[i];
            open ??= await PlacedAsync(live, order, model, ++attempt);
            if (open is null) return;

            live.Begin(open);
            var written = await StreamAsync(live, model, order, open);
            var another = i + 1 < order.Models.Count && written.MayAskAnother;
            if (another) await calls.GiveUpAsync(live, open);
            else await calls.EndAsync(live, open, written);
            if (!another) break;

            log.LogWarning("Answer {Answer}: {Model} failed ({Fault}), asking {Next}", live.Id, model.Key, written.Fault, order.Models[i + 1].Key);
            open = null;
        }

        await titles.GiveAsync(live);
    }

    // Null when it will not be written at all.
    private async Task<CallAnswer?> PlacedAsync(LiveAnswer live, AnswerOrder order, ChatModel model, int attempt)
    {
        while (true)
        {
            var freed = answers.Freed;
            var placed = live.StoppedBy is null ? await calls.OpenAsync(live, order, model, attempt) : null;
            if (placed is { IsOpen: true }) return placed;

            if (placed?.Refusal is not CallRefusal.TooManyAtOnce)
            {
                await calls.EndUnopenedAsync(live, placed?.Refusal);
                return null;
            }

            await Task.WhenAny(freed, Task.Delay(LookAgain, live.Stopping));
        }
    }

    private async Task<Written> StreamAsync(LiveAnswer live, ChatModel model, AnswerOrder order, CallAnswer open)
    {
        var meter = new AnswerMeter(live, open, calls);
        try
        {
            var request = new ChatRequest($"{open.Call!.HoldId:N}", model.Key, order.Turns, open.Call.OutputCap, Reasoning: model.Reasoning);
            await foreach (var piece in models.AskAsync(model, request, live.Stopping))
            {
                if (piece is AnswerPiece.End end) return meter.Whole(await EndingAsync(end.Why, meter));
                live.Add(piece, meter.Take(piece));
                if (await meter.CutAsync(live.Stopping) is { } cut) return meter.Cut(cut);
            }

            return meter.Broken(ProviderFault.CutOff);
        }
        catch (OperationCanceledException) when (live.Stopping.IsCancellationRequested)
        {
            return meter.Cut(live.StoppedBy ?? AnswerEnding.NodeLost);
        }
        catch (ChatProviderException e)
        {
            log.LogWarning(e, "Answer {Answer} by {Model} broke off: {Fault}", live.Id, model.Key, e.Fault);
            return meter.Broken(e.Fault);
        }
    }

    // As long as it was allowed to get: by the site's and the model's own rule, or because no more was affordable.
    private static async Task<AnswerEnding> EndingAsync(AnswerEnd end, AnswerMeter meter) => end switch
    {
        AnswerEnd.Length => await meter.MoreAsync(CancellationToken.None) ?? AnswerEnding.Length,
        AnswerEnd.Filtered => AnswerEnding.Filtered,
        _ => AnswerEnding.Finished,
    };
}
