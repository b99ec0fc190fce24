using System.Net;
using System.Net.Sockets;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Web.Tests.Models;

/// <summary>Every way in which a provider gives no answer at all, the same for each protocol.</summary>
public abstract class ProviderRefusals
{
    [Fact]
    public async Task Nobody_listens()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        var answer = await AskAsync(new Uri($"http://127.0.0.1:{port}"), null);

        AssertFault(answer, ProviderFault.Unreachable, "");
    }

    [Theory]
    [InlineData(302, ProviderFault.Garbled)]
    [InlineData(400, ProviderFault.Refused)]
    [InlineData(401, ProviderFault.KeyRefused)]
    [InlineData(402, ProviderFault.KeyRefused)]
    [InlineData(403, ProviderFault.KeyRefused)]
    [InlineData(404, ProviderFault.Refused)]
    [InlineData(408, ProviderFault.TimedOut)]
    [InlineData(413, ProviderFault.Refused)]
    [InlineData(429, ProviderFault.TooMany)]
    [InlineData(500, ProviderFault.Down)]
    [InlineData(502, ProviderFault.Down)]
    [InlineData(503, ProviderFault.Down)]
    [InlineData(529, ProviderFault.Down)]
    public async Task It_refuses_and_is_asked_only_once(int status, ProviderFault fault)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(status));

        var answer = await AskAsync(server);

        AssertFault(answer, fault, "");
        Assert.Single(server.Asked);
        Assert.Contains($"{status} some_error", answer.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_when_it_wants_to_be_asked_again()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(429).With("Retry-After", "7"));

        Assert.Equal(TimeSpan.FromSeconds(7), (await AskAsync(server)).Fault!.RetryAfter);
    }

    [Fact]
    public async Task What_it_quotes_in_its_refusal_stays_out_of_the_message()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(400, """{"error":{"message":"canary of a prompt","type":"what people wrote","code":"bad_thing"}}"""));

        Assert.Equal("Answered 400 bad_thing.", (await AskAsync(server)).Fault!.Message);
    }

    [Fact]
    public async Task It_leads_elsewhere_and_nobody_follows()
    {
        await using var elsewhere = await ModelServer.StartAsync(Whole("never"));
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(307).With("Location", elsewhere.Address + "/v1/chat/completions"));

        AssertFault(await AskAsync(server), ProviderFault.Garbled, "");
        Assert.Empty(elsewhere.Asked);
    }

    [Fact]
    public async Task It_hangs_up_without_a_word()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.HangingUp);

        AssertFault(await AskAsync(server), ProviderFault.Unreachable, "");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task It_answers_with_something_else_than_events(string type)
    {
        await using var server = await ModelServer.StartAsync(Whole("never").OfType(type));

        AssertFault(await AskAsync(server), ProviderFault.Garbled, "");
    }

    [Fact]
    public async Task A_private_address_is_not_asked_unless_it_is_meant()
    {
        await using var server = await ModelServer.StartAsync(Whole("never"));
        var address = new UriBuilder(server.Address) { Host = "localhost" }.Uri;

        AssertFault(await AskAsync(address, new ProviderOptions()), ProviderFault.Unreachable, "");
        Assert.Empty(server.Asked);
    }

    internal abstract ModelScript Whole(params string[] texts);

    /// <summary>An answer that has said so much and not yet ended.</summary>
    internal abstract ModelScript Begun(params string[] texts);

    internal abstract Task<HeardAnswer> AskAsync(Uri address, ProviderOptions? options, CancellationToken cancel = default);

    internal Task<HeardAnswer> AskAsync(ModelServer server, ProviderOptions? options = null) => AskAsync(new Uri(server.Address), options);

    // Nothing was reported that could be charged: what is charged is what was seen.
    internal static void AssertFault(HeardAnswer answer, ProviderFault fault, string text)
    {
        Assert.Equal(fault, answer.Fault?.Fault);
        Assert.Equal(text, answer.Text);
        Assert.Null(answer.LastUsage);
        Assert.DoesNotContain("canary", answer.Fault!.ToString(), StringComparison.Ordinal);
    }
}
