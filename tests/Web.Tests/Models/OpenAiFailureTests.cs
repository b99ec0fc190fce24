using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Web.Tests.Models;

public sealed class OpenAiFailureTests : ProviderFailures
{
    [Theory]
    [InlineData("""{"error":{"message":"The server had an error","type":"server_error"}}""", ProviderFault.Down)]
    [InlineData("""{"error":{"code":502,"message":"Provider disconnected"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}""", ProviderFault.Down)]
    [InlineData("""{"error":{"code":429,"message":"slow down"}}""", ProviderFault.TooMany)]
    [InlineData("""{"error":{"code":"context_length_exceeded","type":"invalid_request_error"}}""", ProviderFault.Refused)]
    [InlineData("""{"choices":[{"index":0,"delta":{},"finish_reason":"insufficient_system_resource"}]}""", ProviderFault.Down)]
    public async Task It_gives_up_in_the_middle_and_says_so(string data, ProviderFault fault)
    {
        await using var server = await ModelServer.StartAsync(Begun("half").Says(data).Hangs());

        AssertFault(await AskAsync(server), fault, "half");
    }

    [Theory]
    [InlineData(429, """{"error":{"message":"You exceeded your quota","type":"insufficient_quota","code":"insufficient_quota"}}""")]
    [InlineData(400, """[{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}]""")]
    public async Task A_key_that_is_worth_nothing_hides_behind_another_status(int status, string body)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(status, body));

        AssertFault(await AskAsync(server), ProviderFault.KeyRefused, "");
    }

    internal override ModelScript Whole(params string[] texts) => OpenAiScripts.OpenAi(texts);

    internal override ModelScript Begun(params string[] texts) => ModelScript.Streaming.OpenAiText(texts);

    internal override Task<HeardAnswer> AskAsync(Uri address, ProviderOptions? options, CancellationToken cancel = default) =>
        WireCall.OpenAiAsync(address, options: options, cancel: cancel);
}
