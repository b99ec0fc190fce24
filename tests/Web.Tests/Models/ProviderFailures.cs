using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;
using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Web.Tests.Models;

/// <summary>And every way in which an answer goes wrong after it was promised.</summary>
public abstract class ProviderFailures : ProviderRefusals
{
    // Once it has begun; before that a busy machine may need its time.
    private static readonly ProviderOptions Impatient = new() { AllowPrivate = true, Patience = new Patience { Silence = TimeSpan.FromMilliseconds(400) } };
    private static readonly ProviderOptions Hasty = new() { AllowPrivate = true, Patience = new Patience { First = TimeSpan.FromSeconds(1), Thinking = TimeSpan.FromSeconds(2) } };

    [Fact]
    public async Task It_never_answers()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Hanging);

        AssertFault(await AskAsync(server, Hasty), ProviderFault.TimedOut, "");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task It_breaks_off_after_some_words(int words)
    {
        var texts = Enumerable.Range(1, words).Select(n => $"word {n} ").ToArray();
        await using var server = await ModelServer.StartAsync(Begun(texts).Breaks());

        AssertFault(await AskAsync(server), ProviderFault.CutOff, string.Concat(texts));
    }

    [Fact]
    public async Task It_ends_politely_before_the_answer_does()
    {
        await using var server = await ModelServer.StartAsync(Begun("half"));

        AssertFault(await AskAsync(server), ProviderFault.CutOff, "half");
    }

    [Fact]
    public async Task It_falls_silent_in_the_middle()
    {
        await using var server = await ModelServer.StartAsync(Begun("half").Hangs());

        AssertFault(await AskAsync(server, Impatient), ProviderFault.TimedOut, "half");
        await server.WaitForHangUpsAsync(1);
    }

    [Fact]
    public async Task It_drips_and_never_ends_a_line()
    {
        await using var server = await ModelServer.StartAsync(Begun("half").Sends("data: ").Drips(TimeSpan.FromMilliseconds(20)));

        AssertFault(await AskAsync(server, Impatient), ProviderFault.TimedOut, "half");
    }

    [Fact]
    public async Task It_only_keeps_the_line_alive()
    {
        var script = Enumerable.Repeat(0, 200).Aggregate(Begun(), (s, _) => s.Sends(": still here\n\n").Waits(TimeSpan.FromMilliseconds(50)));
        await using var server = await ModelServer.StartAsync(script);

        AssertFault(await AskAsync(server, Hasty), ProviderFault.TimedOut, "");
    }

    [Fact]
    public async Task It_thinks_for_longer_than_a_first_word_may_take_and_shows_that_it_lives()
    {
        var pings = Enumerable.Repeat(0, 15).Aggregate(ModelScript.Streaming, (s, _) => s.Sends(": still here\n\n").Waits(TimeSpan.FromMilliseconds(100)));
        await using var server = await ModelServer.StartAsync(Whole("late").After(pings));

        var answer = await AskAsync(server, Hasty);

        Assert.Null(answer.Fault);
        Assert.Equal("late", answer.Text);
    }

    [Theory]
    [InlineData("{\"choices\":[")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public async Task It_sends_bad_JSON(string data)
    {
        await using var server = await ModelServer.StartAsync(Begun("half").Says(data).Hangs());

        AssertFault(await AskAsync(server), ProviderFault.Garbled, "half");
    }

    [Fact]
    public async Task It_sends_a_line_of_a_megabyte()
    {
        await using var server = await ModelServer.StartAsync(Begun("half").Sends("data: " + new string('x', 1_000_000)).Hangs());

        AssertFault(await AskAsync(server), ProviderFault.Garbled, "half");
    }

    [Fact]
    public async Task Whoever_stops_listening_hangs_up_at_once()
    {
        await using var server = await ModelServer.StartAsync(Begun("half").Hangs());
        using var leaves = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(new Uri(server.Address), null, leaves.Token));

        await server.WaitForHangUpsAsync(1);
    }
}
