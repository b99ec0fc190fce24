using System.Net.Http.Headers;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>Asks a provider for the list of its models, which costs nothing: whether it answers, and takes the key.</summary>
internal sealed class ProviderProbe(Uri address, ChatProtocol protocol, HttpClient line, TimeSpan patience)
{
    /// <summary>Throws what is wrong; whoever answers but has no such list is well.</summary>
    public async Task AskAsync(PoolKey key, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        Sign(request.Headers, key.Key);
        try
        {
            using var response = await line.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            if (!response.IsSuccessStatusCode && RefusedAnswer.Of(response, []) is { Fault: not ProviderFault.Refused } refused) throw refused;
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new ChatProviderException(ProviderFault.TimedOut, "Was silent for too long.", inner: e);
        }
        catch (HttpRequestException e)
        {
            throw e.InnerException as ChatProviderException ?? new(ProviderFault.Unreachable, $"The connection failed: {e.HttpRequestError}.", inner: e);
        }
    }

    private void Sign(HttpRequestHeaders headers, string? key)
    {
        if (protocol == ChatProtocol.Anthropic) headers.Add("anthropic-version", "2023-06-01");
        if (key is null) return;

        headers.Add(protocol == ChatProtocol.Anthropic ? "x-api-key" : "api-key", key);
        if (protocol == ChatProtocol.OpenAI) headers.Authorization = new("Bearer", key);
    }
}
