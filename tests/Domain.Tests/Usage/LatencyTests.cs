using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Tests.Usage;

public sealed class LatencyTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    [InlineData(120_000, 15)]
    [InlineData(120_001, 16)]
    [InlineData(double.MaxValue / 1e100, 16)]
    public void Each_time_has_one_place(double milliseconds, int place) =>
        Assert.Equal(place, Latency.PlaceOf(TimeSpan.FromMilliseconds(Math.Min(milliseconds, 1e12))));

    [Fact]
    public void Half_and_nearly_all_are_read_from_the_counts()
    {
        var counts = new long[Latency.Places];
        (counts[0], counts[4], counts[9]) = (50, 45, 5);
        var latency = new Latency(counts);

        Assert.Equal(TimeSpan.FromMilliseconds(100), latency.At(0.5m));
        Assert.Equal(TimeSpan.FromMilliseconds(750), latency.At(0.95m));
        Assert.Equal(TimeSpan.FromSeconds(5), latency.At(0.96m));
    }

    [Fact]
    public void Nothing_is_said_of_no_calls_or_beyond_the_longest()
    {
        var counts = new long[Latency.Places];
        Assert.Null(new Latency(counts).At(0.5m));

        counts[^1] = 3;
        Assert.Null(new Latency(counts).At(0.5m));
    }
}
