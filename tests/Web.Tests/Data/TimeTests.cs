using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

public sealed class TimeTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_time_comes_back_as_the_UTC_that_it_was()
    {
        await SaveAsync("utc", Noon.AddMicroseconds(1));

        var back = await app.AskAsync(db => db.Settings.Where(s => s.Key == "utc").Select(s => s.ChangedAt).SingleAsync());

        Assert.Equal((Noon.AddMicroseconds(1), DateTimeKind.Utc), (back, back.Kind));
    }

    [Fact]
    public async Task Times_are_compared_and_sorted_by_the_database()
    {
        await SaveAsync("later", Noon.AddYears(1));
        await SaveAsync("latest", Noon.AddYears(1).AddMicroseconds(1));

        var keys = await app.AskAsync(db => db.Settings.Where(s => s.ChangedAt > Noon.AddYears(1)).OrderBy(s => s.ChangedAt).Select(s => s.Key).ToListAsync());

        Assert.Equal(["latest"], keys);
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public async Task A_time_of_another_kind_is_refused(DateTimeKind kind)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => SaveAsync("refused", DateTime.SpecifyKind(Noon, kind)));

        Assert.Contains($"A {kind} time was about to be saved", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_is_corrected_by_what_the_database_says()
    {
        var clock = new DatabaseClock();
        var now = DateTime.UtcNow;

        clock.Correct(told: now.AddHours(1), asked: now.AddSeconds(-1), answered: now.AddSeconds(1));

        Assert.InRange(clock.GetUtcNow().UtcDateTime - DateTime.UtcNow, TimeSpan.FromMinutes(59.9), TimeSpan.FromMinutes(60.1));
    }

    [SqliteFact]
    public void SQLite_is_not_asked_for_the_time_that_its_own_process_has() =>
        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), service => service is DatabaseClockSync);

    [SqlServerFact]
    public void SQL_Server_is_asked_for_the_time() =>
        Assert.Contains(app.Services.GetServices<IHostedService>(), service => service is DatabaseClockSync);

    private Task<int> SaveAsync(string key, DateTime at) => app.AskAsync(db =>
    {
        db.Settings.Add(new Setting(key, "", at));
        return db.SaveChangesAsync();
    });
}
