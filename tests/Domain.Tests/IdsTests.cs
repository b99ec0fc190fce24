using System.Data.SqlTypes;
using FsCheck;
using FsCheck.Fluent;

namespace SaaSChat.Domain.Tests;

public sealed class IdsTests
{
    [Fact]
    public void No_id_is_made_twice_however_many_make_them_at_once()
    {
        var ids = ParallelEnumerable.Range(0, 200_000).WithDegreeOfParallelism(8).Select(_ => Ids.NewId()).ToHashSet();

        Assert.Equal(200_000, ids.Count);
    }

    [Fact]
    public void Each_id_stands_after_the_one_before_in_SQL_Server_s_order()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => new SqlGuid(Ids.NewId())).ToList();

        Assert.All(ids.Zip(ids.Skip(1)), pair => Assert.True(pair.First.CompareTo(pair.Second) < 0, $"{pair.First} then {pair.Second}"));
    }

    // As texts are compared there, within which the ids of a tenth of a second stand in any order. The clock's front comes round again every fourteen years.
    [Fact]
    public async Task Ids_that_are_made_together_stand_together_in_SQLite_s_order()
    {
        var first = Fronts();
        await Task.Delay(TimeSpan.FromMilliseconds(250));
        var second = Fronts();

        Assert.InRange(first.Count, 1, 20);
        Assert.Empty(first.Intersect(second));
        Assert.True(string.CompareOrdinal(first.Max(StringComparer.Ordinal), second.Min(StringComparer.Ordinal)) < 0, $"{first.Max()} then {second.Min()}");

        static HashSet<string> Fronts() => [.. Enumerable.Range(0, 1_000).Select(_ => $"{Ids.NewId():N}"[..8])];
    }

    [Fact]
    public void An_id_cannot_be_guessed_from_its_neighbours()
    {
        var parts = Enumerable.Range(0, 1_000).Select(_ => BitConverter.ToUInt32(Ids.NewId().ToByteArray(), startIndex: 4)).Order().ToList();

        Assert.True(parts[0] < uint.MaxValue / 50 && parts[^1] > uint.MaxValue / 50 * 49, $"{parts[0]} to {parts[^1]}");
        Assert.InRange(parts.Distinct().Count(), 998, 1_000);
    }

    [Fact]
    public void Papers_of_one_moment_have_numbers_of_their_own()
    {
        var numbers = Enumerable.Range(0, 1_000).Select(_ => Ids.MiddleOf(Ids.NewId())).ToList();

        Assert.All(numbers, number => Assert.Matches("^[0-9A-F]{8}$", number));
        Assert.InRange(numbers.Distinct().Count(), 998, 1_000);
    }

    [Fact]
    public void Whatever_the_pause_between_two_ids_their_order_holds() =>
        Prop.ForAll(Gen.Choose(0, 200).ToArbitrary(), spins =>
        {
            var first = new SqlGuid(Ids.NewId());
            Thread.SpinWait(spins);
            return first.CompareTo(new SqlGuid(Ids.NewId())) < 0;
        }).QuickCheckThrowOnFailure();
}
