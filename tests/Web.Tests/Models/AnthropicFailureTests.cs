using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Web.Tests.Models;

public sealed class AnthropicFailureTests : ProviderFailures
{
    [Theory]
    [InlineData("overloaded_error", ProviderFault.Down)]
    [InlineData("api_error", ProviderFault.Down)]
    [InlineData("rate_limit_error", ProviderFault.TooMany)]
    [InlineData("timeout_error", ProviderFault.TimedOut)]
    [InlineData("invalid_request_error", ProviderFault.Refused)]
    [InlineData("authentication_error", ProviderFault.KeyRefused)]
    public async Task It_gives_up_in_the_middle_and_says_so(string type, ProviderFault fault)
    {
        await using var server = await ModelServer.StartAsync(
            Begun("half").Says($$$"""{"type":"error","error":{"type":"{{{type}}}","message":"canary of a prompt"}}""", "error").Hangs());

        AssertFault(await AskAsync(server), fault, "half");
    }

    internal override ModelScript Whole(params string[] texts) => AnthropicScripts.Anthropic(texts);

    internal override ModelScript Begun(params string[] texts) => ModelScript.Streaming.AnthropicStart().AnthropicText(texts);

    internal override Task<HeardAnswer> AskAsync(Uri address, ProviderOptions? options, CancellationToken cancel = default) =>
        WireCall.AnthropicAsync(address, options, cancel: cancel);
}
