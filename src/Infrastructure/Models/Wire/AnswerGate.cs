using System.Net;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>Lets nothing through but a stream of events; of anything else no more is read than tells what went wrong.</summary>
internal sealed class AnswerGate(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostRead = 16 * 1024;
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "text/event-stream") return response;

        using (response)
        {
            throw response.IsSuccessStatusCode
                ? new ChatProviderException(ProviderFault.Garbled, $"Answered {(int)response.StatusCode} without a stream of events.")
                : RefusedAnswer.Of(response, await BodyAsync(response, cancellationToken));
        }
    }

    // The body may never come, or never end; the status alone says enough.
    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        using var brief = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        brief.CancelAfter(MostWait);
        var (buffer, length) = (new byte[MostRead], 0);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(brief.Token);
            for (int read; length < buffer.Length && (read = await body.ReadAsync(buffer.AsMemory(length), brief.Token)) > 0;) length += read;
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // What came of it has to do.
        }

        return buffer[..length];
    }
}
