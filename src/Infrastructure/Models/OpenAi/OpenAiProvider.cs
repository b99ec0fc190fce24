using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using OpenAI;
using OpenAI.Chat;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;
using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Infrastructure.Models.OpenAi;

/// <summary>
/// OpenAI's chat completions, and everybody's who speaks them. The official client makes and signs the request; what comes back is read
/// here, because its own types keep neither reasoning nor what a bill needs, and would hold a line of any length.
/// </summary>
internal sealed class OpenAiProvider(string name, ProviderOptions options, HttpClient http) : WireProvider(options.Patience)
{
    private readonly OpenAiBody _body = new(WellKnownProvider.Of(name), options);
    private readonly ConcurrentDictionary<(ProviderAccess Access, string Model), ChatClient> _clients = [];

    protected override AnswerReading NewReading() => new OpenAiReading();

    protected override async Task<WireAnswer> SendAsync(ChatRequest request, ProviderAccess access, CancellationToken cancel)
    {
        var model = request.SentAs ?? (options.Models.TryGetValue(request.Model, out var other) ? other : request.Model);
        var client = _clients.GetOrAdd((access, model), key => ClientFor(key.Access, key.Model));
        using var body = BinaryContent.Create(_body.Of(request, model));
        var how = new RequestOptions { BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancel };
        how.SetHeader("X-Client-Request-Id", request.CallId);

        var response = (await client.CompleteChatAsync(body, how)).GetRawResponse();
        return new(response.ContentStream!, response);
    }

    private ChatClient ClientFor(ProviderAccess access, string model)
    {
        var endpoint = AzureAddress.IsClassic(options) ? AzureAddress.Of(access.BaseUrl!, model) : access.BaseUrl;
        var how = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),

            // Which key is asked next, and when, is the pool's to say.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
        };
        if (AzureAddress.IsClassic(options)) how.AddPolicy(new AzureAddress(options.ApiVersion!), PipelinePosition.PerCall);

        // Marked as experimental; only this constructor leaves the header, or its absence, to us.
#pragma warning disable OPENAI001
        return new ChatClient(model, Signature.Of(name, access), how);
#pragma warning restore OPENAI001
    }
}
