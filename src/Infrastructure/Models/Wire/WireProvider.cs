using System.Runtime.CompilerServices;
using System.Text.Json;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>A provider that is asked over HTTP and answers with events. Whatever goes wrong becomes a fault, and nothing of what was asked or answered is in it.</summary>
internal abstract class WireProvider(Patience patience) : IChatProvider
{
    public async IAsyncEnumerable<AnswerPiece> AnswerAsync(ChatRequest request, ProviderAccess access, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var deadline = new Deadline(patience, cancel);
        using var answer = await OpenAsync(request, access, deadline, cancel);
        var (events, reading) = (new ServerEvents(answer.Body), NewReading());
        while (!reading.IsOver && await NextAsync(events, reading, deadline, cancel) is { } pieces)
        {
            foreach (var piece in pieces) yield return piece;
        }

        yield return new AnswerPiece.End(reading.End ?? throw new ChatProviderException(ProviderFault.CutOff, "The stream ended before the answer did."));
    }

    protected abstract Task<WireAnswer> SendAsync(ChatRequest request, ProviderAccess access, CancellationToken cancel);

    protected abstract AnswerReading NewReading();

    private async Task<WireAnswer> OpenAsync(ChatRequest request, ProviderAccess access, Deadline deadline, CancellationToken cancel)
    {
        try
        {
            return await SendAsync(request, access, deadline.Token);
        }
        catch (Exception e)
        {
            cancel.ThrowIfCancellationRequested();
            throw FaultOf(e, ProviderFault.Unreachable);
        }
    }

    private static async Task<IReadOnlyList<AnswerPiece>?> NextAsync(ServerEvents events, AnswerReading reading, Deadline deadline, CancellationToken cancel)
    {
        try
        {
            if (await events.NextAsync(deadline.Token) is not { } data) return null;
            var pieces = reading.Read(data);
            deadline.Progress(pieces.Any(p => p is AnswerPiece.Text or AnswerPiece.Reasoning));
            return pieces;
        }
        catch (Exception e)
        {
            cancel.ThrowIfCancellationRequested();
            throw FaultOf(e, ProviderFault.CutOff);
        }
    }

    private static ChatProviderException FaultOf(Exception e, ProviderFault whenBroken)
    {
        var causes = Causes(e).ToList();
        if (causes.OfType<ChatProviderException>().FirstOrDefault() is { } known) return known;
        foreach (var cause in causes)
        {
            switch (cause)
            {
                case OperationCanceledException: return new(ProviderFault.TimedOut, "Was silent for too long.");
                case HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }: return new(ProviderFault.Garbled, "Did not answer in HTTP.");
                case HttpRequestException http: return new(whenBroken, $"The connection failed: {http.HttpRequestError}.", inner: http);
                case IOException io: return new(whenBroken, "The connection broke.", inner: io);
                case JsonException or FormatException or ArgumentException: return new(ProviderFault.Garbled, "Sent something that cannot be read.");
            }
        }

        return new(ProviderFault.Garbled, $"Could not be read: {e.GetType().Name}.");
    }

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException) yield return cause;
    }
}

/// <summary>An open answer; disposing closes its connection.</summary>
internal sealed record WireAnswer(Stream Body, IDisposable Response) : IDisposable
{
    public void Dispose()
    {
        Body.Dispose();
        Response.Dispose();
    }
}
