using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Tests.Jobs;

public sealed class RetentionJobTests : IDisposable
{
    private const string Active = "203.0.113.1";
    private const string JustOver = "203.0.113.2";
    private const string LongOver = "203.0.113.3";

    private readonly JobsApp _app = new();

    [Fact]
    public async Task Bans_go_thirty_days_after_they_ended_however_many_and_the_others_stay()
    {
        await BanAsync(LongOver, endedDaysAgo: 30.1, times: 1_100);
        await BanAsync(JustOver, endedDaysAgo: 29.9);
        await BanAsync(Active, endedDaysAgo: -1);

        await RunAsync(times: 1);
        Assert.Equal([Active, JustOver], await SubjectsAsync());

        await RunAsync(times: 2);
        Assert.Equal([Active, JustOver], await SubjectsAsync());
    }

    public void Dispose() => _app.Dispose();

    private async Task RunAsync(int times)
    {
        await _app.TriggerAsync("retention");
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (_app.Log.Count(LogLevel.Information, "RetentionJob done") < times) await Task.Delay(10, tooLate.Token);
    }

    private Task<int> BanAsync(string subject, double endedDaysAgo, int times = 1) => _app.AskAsync(db =>
    {
        var until = _app.Services.GetRequiredService<TimeProvider>().UtcNow().AddDays(-endedDaysAgo);
        db.AddRange(Enumerable.Range(0, times).Select(_ => Ban.Place(Offender.At(NetworkAddress.Parse(subject)!.Value), 100, until.AddDays(-1), TimeSpan.FromDays(1))));
        return db.SaveChangesAsync();
    });

    private Task<List<string>> SubjectsAsync() => _app.AskAsync(db => db.Bans.Select(b => b.Subject).Distinct().OrderBy(s => s).ToListAsync());
}
