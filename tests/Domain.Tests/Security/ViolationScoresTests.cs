using SaaSChat.Domain.Security;

namespace SaaSChat.Domain.Tests.Security;

public sealed class ViolationScoresTests
{
    private static readonly DateTime Start = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly Offender Omar = Offender.User(new Guid("00000000-0000-4000-8000-000000000001"));

    private readonly ViolationScores _scores = new(capacity: 100);

    [Fact]
    public void Violations_add_up_within_the_window()
    {
        Add(5, minute: 0);

        Assert.Equal(11, Add(6, minute: 9));
    }

    [Fact]
    public void What_was_run_up_in_the_last_window_fades_through_this_one()
    {
        Add(100, minute: 0);

        Assert.Equal(1 + 100, Add(1, minute: 10));
        Assert.Equal(2 + 50, Add(1, minute: 15));
        Assert.Equal(3 + 10, Add(1, minute: 19));
    }

    [Fact]
    public void After_two_quiet_windows_nothing_is_left()
    {
        Add(100, minute: 0);

        Assert.Equal(1, Add(1, minute: 20));
    }

    [Fact]
    public void Whoever_was_banned_starts_anew()
    {
        Add(100, minute: 0);

        _scores.Forget(Omar);

        Assert.Equal(1, Add(1, minute: 1));
    }

    [Fact]
    public void However_many_offend_the_memory_has_a_bound()
    {
        for (var i = 0; i < 10_000; i++) _scores.Add(Offender.User(Guid.NewGuid()), 1, Start, Window);

        Assert.InRange(_scores.Count, 100, 200);
    }

    private int Add(int weight, double minute) => _scores.Add(Omar, weight, Start.AddMinutes(minute), Window);
}
