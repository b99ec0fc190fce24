using System.Collections.Concurrent;
using System.Text.Json;
using Anthropic;
using Anthropic.Core;
using Anthropic.Models.Messages;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;
using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Infrastructure.Models.Anthropic;

/// <summary>Anthropic's messages. The official client makes and signs the request; the raw events are read here, for the reasons that <see cref="OpenAi.OpenAiProvider"/> has.</summary>
internal sealed class AnthropicProvider(ProviderOptions options, HttpClient http) : WireProvider(options.Patience)
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    private readonly ConcurrentDictionary<ProviderAccess, AnthropicClient> _clients = [];

    protected override AnswerReading NewReading() => new AnthropicReading();

    protected override async Task<WireAnswer> SendAsync(ChatRequest request, ProviderAccess access, CancellationToken cancel)
    {
        var model = request.SentAs ?? (options.Models.TryGetValue(request.Model, out var other) ? other : request.Model);
        var body = MessageCreateParams.FromRawUnchecked(Nothing, Nothing, AnthropicBody.Of(request, model));
        var response = await _clients.GetOrAdd(access, ClientFor).WithRawResponse.Messages.CreateStreaming(body, cancel);
        return new(await response.ReadAsStream(cancel), response);
    }

    // Everything is said: what is left out would be looked for in the environment, which may hold somebody else's key or address.
    private AnthropicClient ClientFor(ProviderAccess access) => new(new ClientOptions
    {
        HttpClient = http,
        BaseUrl = access.BaseUrl!.ToString().TrimEnd('/'),
        ApiKey = access.ApiKey,
        MaxRetries = 0,
        Timeout = options.Patience.Whole + TimeSpan.FromMinutes(1),
        OpenTelemetry = false,
    });
}
