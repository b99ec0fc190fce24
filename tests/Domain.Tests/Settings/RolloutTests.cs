using SaaSChat.Domain.Settings;

namespace SaaSChat.Domain.Tests.Settings;

public sealed class RolloutTests
{
    private static readonly Guid Sara = new("5a2a0000-0000-4000-8000-000000000001");

    [Theory]
    [InlineData("true", "100%")]
    [InlineData("False", "0%")]
    [InlineData(" 25% ", "25%")]
    [InlineData("0%, 5a2a0000-0000-4000-8000-000000000001", "0%, 5a2a0000-0000-4000-8000-000000000001")]
    [InlineData("5%,5a2a0000-0000-4000-8000-000000000001,5A2A0000-0000-4000-8000-000000000001", "5%, 5a2a0000-0000-4000-8000-000000000001")]
    [InlineData("100%, 5a2a0000-0000-4000-8000-000000000001", "100%")]
    [InlineData("101%", null)]
    [InlineData("-1%", null)]
    [InlineData("25", null)]
    [InlineData("", null)]
    [InlineData("5%, sara@example.com", null)]
    [InlineData("5%, 00000000-0000-0000-0000-000000000000", null)]
    public void It_is_read_in_one_way_or_not_at_all(string text, string? stored) => Assert.Equal(stored, Rollout.Read(text)?.ToString());

    [Fact]
    public void Nobody_beyond_the_fiftieth_is_named() =>
        Assert.Null(Rollout.Read("0%, " + string.Join(',', Enumerable.Range(0, Rollout.MostNamed + 1).Select(_ => Guid.NewGuid()))));

    [Fact]
    public void Everybody_is_strangers_too_and_a_part_is_none_of_them()
    {
        Assert.True(Rollout.Everybody.Covers(Feature.Search, null));
        Assert.False(new Rollout(99, []).Covers(Feature.Search, null));
        Assert.False(Rollout.Nobody.Covers(Feature.Search, Sara));
    }

    [Fact]
    public void Whoever_is_named_is_in_whatever_the_part() => Assert.True(new Rollout(0, [Sara]).Covers(Feature.Search, Sara));

    [Fact]
    public void A_part_is_about_that_part_and_whoever_is_in_stays_in_when_it_grows()
    {
        var people = Enumerable.Range(0, 4_000).Select(_ => Guid.NewGuid()).ToList();
        var (few, more) = (new Rollout(10, []), new Rollout(30, []));

        Assert.InRange(people.Count(p => few.Covers(Feature.Search, p)), 300, 500);
        Assert.InRange(people.Count(p => more.Covers(Feature.Search, p)), 1_050, 1_350);
        Assert.All(people.Where(p => few.Covers(Feature.Search, p)), p => Assert.True(more.Covers(Feature.Search, p)));
    }

    [Fact]
    public void The_first_of_one_feature_are_not_the_first_of_every_other()
    {
        var people = Enumerable.Range(0, 4_000).Select(_ => Guid.NewGuid()).ToList();
        var tenth = new Rollout(10, []);

        Assert.InRange(people.Count(p => tenth.Covers(Feature.Search, p) && tenth.Covers(Feature.Import, p)), 10, 90);
    }
}
