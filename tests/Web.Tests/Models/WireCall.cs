using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Anthropic;
using SaaSChat.Infrastructure.Models.OpenAi;
using SaaSChat.Infrastructure.Models.Providers;
using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Web.Tests.Models;

/// <summary>Asks a provider on the wire, once.</summary>
internal static class WireCall
{
    public const string Key = "sk-canary-key";

    public static readonly ChatRequest Request = new(
        "call-1", "gpt-4o", [new(ChatRole.User, "Hello"), new(ChatRole.Assistant, "Hello, what is it?"), new(ChatRole.User, "ما أخبارك؟")], 500, Instructions: "Be brief.");

    public static Task<HeardAnswer> OpenAiAsync(
        Uri address, string name = "OpenAI", ProviderOptions? options = null, ChatRequest? request = null, string? key = Key, CancellationToken cancel = default) =>
        AskAsync(new(name, address, key), options, (o, http) => new OpenAiProvider(name, o, http), request, cancel);

    public static Task<HeardAnswer> AnthropicAsync(
        Uri address, ProviderOptions? options = null, ChatRequest? request = null, string? key = Key, CancellationToken cancel = default) =>
        AskAsync(new("Anthropic", address, key), options, (o, http) => new AnthropicProvider(o, http), request ?? Request with { Model = "claude-sonnet-5" }, cancel);

    private static async Task<HeardAnswer> AskAsync(
        ProviderAccess access, ProviderOptions? options, Func<ProviderOptions, HttpClient, IChatProvider> make, ChatRequest? request, CancellationToken cancel)
    {
        options ??= new ProviderOptions { AllowPrivate = true };
        using var http = ProviderHttp.Create(options.Patience, options.AllowPrivate);
        return await HeardAnswer.OfAsync(make(options, http).AnswerAsync(request ?? Request, access, cancel));
    }
}
