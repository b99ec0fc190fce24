using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Web.Tests.Usage;

/// <summary>Days that are over are kept in one row for each sum, and say what they said.</summary>
public sealed class DayFoldingTests : IDisposable
{
    private readonly ClockedApp _app = new();

    [Fact]
    public async Task What_many_added_to_is_one_row_later_and_the_overview_and_the_audit_find_the_same_in_it()
    {
        var day = DateOnly.FromDateTime(_app.Clock.GetUtcNow().UtcDateTime);
        for (var i = 0; i < 12; i++) await CallAsync(await _app.AddGuestOfTheHouseAsync($"folded{i}", 100_000));
        var before = await OverviewAsync(day);

        await FoldAsync();
        Assert.True(await RowsAsync(day) > 1, "Today is folded already.");

        _app.Clock.Turn(TimeSpan.FromDays(3));
        for (var twice = 0; twice < 2; twice++) await FoldAsync();

        Assert.Equal(1, await RowsAsync(day));
        Assert.Equal(1, await _app.AskAsync(db => db.CallDays.CountAsync(d => d.Day == day)));
        Assert.Equal(12, await _app.AskAsync(db => db.CallDays.Where(d => d.Day == day).SumAsync(d => d.Calls)));
        Assert.Equal(before, await OverviewAsync(day));
        await AssertAuditAsync();
    }

    [Fact]
    public async Task What_is_added_to_a_day_that_was_folded_is_folded_into_it()
    {
        var day = DateOnly.FromDateTime(_app.Clock.GetUtcNow().UtcDateTime);
        var (sara, omar) = (await _app.AddGuestOfTheHouseAsync("in-time", 100_000), await _app.AddGuestOfTheHouseAsync("late", 100_000));
        await CallAsync(sara);
        _app.Clock.Turn(TimeSpan.FromDays(3));
        await FoldAsync();
        _app.Clock.Turn(TimeSpan.FromDays(-3));
        await CallAsync(omar);
        _app.Clock.Turn(TimeSpan.FromDays(3));
        Assert.Equal(2, await RowsAsync(day));

        await FoldAsync();

        Assert.Equal(1, await RowsAsync(day));
        Assert.Equal(2, await _app.AskAsync(db => db.PlatformDays.Where(d => d.Day == day).SumAsync(d => d.Operations)));
        await AssertAuditAsync();
    }

    public void Dispose() => _app.Dispose();

    private async Task CallAsync(Person person) => await _app.EndAsync((await _app.OpenAsync(person)).Call!, Calls.Reported(1_000, 500) with { FirstWord = TimeSpan.FromMilliseconds(640) });

    private Task<int> RowsAsync(DateOnly day) => _app.AskAsync(db => db.PlatformDays.CountAsync(d => d.Day == day));

    private Task<bool> FoldAsync() => _app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<DayFolding>().FoldAsync(default);
        return true;
    });

    private Task<string> OverviewAsync(DateOnly day) => _app.InScopeAsync(async services =>
    {
        var read = await services.GetRequiredService<OverviewReading>().ReadAsync(new DayRange(day, day), default);
        return $"{string.Join(";", read.Use)} {string.Join(";", read.Grants.OrderBy(g => g.Source).ThenBy(g => g.IsNow))} {string.Join(";", read.Speed.Select(s => $"{s.ModelKey} {s.Calls} {s.Failed} {string.Join(",", s.First.Counts)}"))}";
    });

    private async Task AssertAuditAsync() =>
        Assert.All(await _app.InScopeAsync(s => s.GetRequiredService<LedgerAudit>().RunAsync(default)), finding => Assert.True(finding.IsWhole, finding.Name));
}
