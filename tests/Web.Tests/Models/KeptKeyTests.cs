using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Keys;

namespace SaaSChat.Web.Tests.Models;

/// <summary>A pool with keys that admins keep.</summary>
public sealed class KeptKeyTests
{
    private readonly TurnableClock _clock = new();

    [Fact]
    public void Keys_that_admins_keep_take_turns_with_those_of_the_configuration_and_nobody_is_asked_without_one_any_more()
    {
        var pool = Pool(new PoolKey(null, "no key"));
        Assert.Null(pool.Next([])!.Key.Key);

        pool.Keep([(Row("kept"), "kept")]);

        Assert.Equal("kept", Next(pool));
    }

    [Fact]
    public void A_key_that_has_used_up_a_limit_is_passed_over()
    {
        var (pool, small) = (Pool(new PoolKey("a", "a")), Row("b", limits: new KeyLimits(DayRequests: 5)));
        pool.Keep([(small, "b")]);

        var spends = new Dictionary<Guid, KeySpend> { [small.Id] = new(new(5, 0, 0), new(5, 0, 0)) };

        Assert.All(Enumerable.Range(0, 4), _ => Assert.Equal("a", pool.Next([], spends)!.Key.Key));
        Assert.Contains("b", new[] { Next(pool), Next(pool) });
    }

    [Fact]
    public void Calls_that_are_not_over_yet_count_against_a_keys_requests()
    {
        var (pool, row) = (Pool(), Row("b", limits: new KeyLimits(DayRequests: 5)));
        pool.Keep([(row, "b")]);
        var spends = new Dictionary<Guid, KeySpend> { [row.Id] = new(new(3, 0, 0), new(3, 0, 0)) };

        var (one, two) = (pool.Next([], spends)!, pool.Next([], spends)!);

        Assert.Null(pool.Next([], spends));
        one.Dispose();
        one.Dispose();
        using var third = pool.Next([], spends);
        Assert.NotNull(third);
        Assert.Null(pool.Next([], spends));
        two.Dispose();
    }

    [Fact]
    public void A_key_that_is_replaced_helps_out_until_its_end_and_is_not_asked_after_it()
    {
        var (pool, old, fresh) = (Pool(), Row("old"), Row("fresh"));
        old.EndAt(_clock.GetUtcNow().UtcDateTime.AddHours(1));
        pool.Keep([(old, "old"), (fresh, "fresh")]);

        Assert.All(Enumerable.Range(0, 3), _ => Assert.Equal("fresh", Next(pool)));
        Fail(pool, ProviderFault.TooMany, TimeSpan.FromHours(1));
        Assert.Equal("old", Next(pool));

        _clock.Turn(TimeSpan.FromMinutes(61));
        Assert.All(Enumerable.Range(0, 3), _ => Assert.Equal("fresh", Next(pool)));
    }

    [Fact]
    public void What_is_known_of_a_key_outlives_a_change_of_its_row()
    {
        var (pool, row) = (Pool(), Row("a"));
        pool.Keep([(row, "a")]);
        Fail(pool, ProviderFault.KeyRefused);

        row.Change(new KeyDraft("another name", 5, KeyLimits.None));
        pool.Keep([(row, "a")]);

        Assert.Null(Next(pool));
        pool.Rested(row.Id);
        Assert.Equal("a", Next(pool));
        row.Pause(DateTime.UtcNow);
        pool.Keep([(row, "a")]);
        Assert.False(pool.HasAny);
        Assert.Equal(ProviderFault.NotConnected, pool.Refusal().Fault);
    }

    private static ProviderKey Row(string label, KeyLimits? limits = null) => ProviderKey.Keep("OpenAI", "api.openai.com", label, [1], new KeyDraft(label, 1, limits ?? KeyLimits.None), DateTime.UtcNow);

    private KeyPool Pool(params PoolKey[] keys) => new("OpenAI", keys, _clock);

    private static string? Next(KeyPool pool)
    {
        using var turn = pool.Next([]);
        return turn?.Key.Key;
    }

    private static void Fail(KeyPool pool, ProviderFault fault, TimeSpan? retryAfter = null) => pool.Next([])!.Failed(new ChatProviderException(fault, "", retryAfter));
}
