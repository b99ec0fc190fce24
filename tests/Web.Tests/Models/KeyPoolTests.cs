using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Keys;

namespace SaaSChat.Web.Tests.Models;

public sealed class KeyPoolTests
{
    private readonly TurnableClock _clock = new();

    [Fact]
    public void Keys_take_turns_by_their_weights_and_no_key_is_asked_in_a_row_without_need()
    {
        var pool = Pool(new("a", "a", weight: 3), new("b", "b"), new("c", "c"));

        Assert.Equal("abacaabaca", string.Concat(Enumerable.Range(0, 10).Select(_ => Next(pool))));
    }

    [Fact]
    public void A_key_is_asked_no_oftener_in_a_minute_than_it_may_be()
    {
        var pool = Pool(new PoolKey("a", "a", perMinute: 2), new PoolKey("b", "b", perMinute: 1));

        Assert.Equal("aab", string.Concat(new[] { Next(pool), Next(pool), Next(pool) }.Order(StringComparer.Ordinal)));
        Assert.Null(Next(pool));
        Assert.Equal(ProviderFault.NotConnected, pool.Refusal().Fault);
        Assert.InRange(pool.Refusal().RetryAfter!.Value, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60));

        _clock.Turn(TimeSpan.FromSeconds(61));
        Assert.NotNull(Next(pool));
    }

    [Fact]
    public void A_key_that_is_refused_rests_long()
    {
        var pool = Pool(new("a", "a"), new("b", "b"));
        Fail(pool, ProviderFault.KeyRefused);

        Assert.All(new[] { Next(pool), Next(pool), Next(pool) }, key => Assert.Equal("b", key));

        _clock.Turn(TimeSpan.FromMinutes(16));
        Assert.Contains("a", new[] { Next(pool), Next(pool) });
    }

    [Fact]
    public void A_key_that_was_asked_too_often_rests_as_long_as_the_provider_says()
    {
        var pool = Pool(new PoolKey("a", "a"));
        Fail(pool, ProviderFault.TooMany, TimeSpan.FromSeconds(40));

        _clock.Turn(TimeSpan.FromSeconds(38));
        Assert.Null(Next(pool));

        _clock.Turn(TimeSpan.FromSeconds(3));
        Assert.Equal("a", Next(pool));
    }

    [Fact]
    public void Where_the_provider_does_not_say_each_rest_is_about_twice_as_long()
    {
        var pool = Pool(new PoolKey("a", "a"));
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 32 })
        {
            Fail(pool, ProviderFault.TooMany);
            Assert.InRange(pool.Refusal().RetryAfter!.Value, TimeSpan.FromSeconds((seconds * 0.75) - 0.5), TimeSpan.FromSeconds(seconds * 1.25));
            _clock.Turn(TimeSpan.FromSeconds(seconds * 1.25));
        }

        Work(pool);
        Fail(pool, ProviderFault.TooMany);
        Assert.InRange(pool.Refusal().RetryAfter!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1.25));
    }

    [Theory]
    [InlineData(ProviderFault.Down)]
    [InlineData(ProviderFault.Unreachable)]
    [InlineData(ProviderFault.TimedOut)]
    public void A_provider_that_fails_five_times_is_left_alone_and_then_tried_once(ProviderFault fault)
    {
        var pool = Pool(new("a", "a"), new("b", "b"));
        for (var i = 0; i < 5; i++) Fail(pool, fault);

        Assert.Null(Next(pool));
        Assert.Equal(fault, pool.Refusal().Fault);
        Assert.InRange(pool.Refusal().RetryAfter!.Value, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(30));

        _clock.Turn(TimeSpan.FromSeconds(31));
        var trial = pool.Next([])!;
        Assert.Null(pool.Next([]));

        trial.Worked();
        Assert.NotNull(pool.Next([]));
        Assert.NotNull(pool.Next([]));
    }

    [Fact]
    public void A_trial_that_fails_means_another_rest()
    {
        var pool = Pool(new PoolKey("a", "a"));
        for (var i = 0; i < 5; i++) Fail(pool, ProviderFault.Down);
        _clock.Turn(TimeSpan.FromSeconds(31));

        Fail(pool, ProviderFault.Down);

        Assert.Null(Next(pool));
    }

    [Fact]
    public void A_trial_that_somebody_stopped_leaves_room_for_the_next()
    {
        var pool = Pool(new PoolKey("a", "a"));
        for (var i = 0; i < 5; i++) Fail(pool, ProviderFault.Down);
        _clock.Turn(TimeSpan.FromSeconds(31));

        pool.Next([])!.Dispose();

        Assert.NotNull(pool.Next([]));
    }

    [Fact]
    public void Failures_with_an_answer_between_them_are_no_row()
    {
        var pool = Pool(new PoolKey("a", "a"));
        for (var i = 0; i < 20; i++)
        {
            Fail(pool, ProviderFault.Down);
            if (i % 4 == 3) Work(pool);
        }

        Assert.NotNull(Next(pool));
    }

    [Fact]
    public void Many_at_once_never_pass_a_keys_limit()
    {
        var pool = Pool(new PoolKey("a", "a", perMinute: 50), new PoolKey("b", "b", weight: 5, perMinute: 20));

        var asked = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, 500, _ =>
        {
            if (Next(pool) is { } key) asked.Add(key);
        });

        Assert.Equal((50, 20), (asked.Count(k => k == "a"), asked.Count(k => k == "b")));
    }

    private KeyPool Pool(params PoolKey[] keys) => new("OpenAI", keys, _clock);

    private static string? Next(KeyPool pool)
    {
        using var turn = pool.Next([]);
        return turn?.Key.Key;
    }

    private static void Fail(KeyPool pool, ProviderFault fault, TimeSpan? retryAfter = null) => pool.Next([])!.Failed(new ChatProviderException(fault, "", retryAfter));

    private static void Work(KeyPool pool) => pool.Next([])!.Worked();
}
