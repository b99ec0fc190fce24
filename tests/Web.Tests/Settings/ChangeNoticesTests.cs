using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Tests.Settings;

public sealed class ChangeNoticesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(3);

    private ChangeNotices Notices => app.Services.GetRequiredService<ChangeNotices>();

    [Fact]
    public async Task This_node_has_heard_of_a_change_when_its_writer_goes_on()
    {
        var told = 0;
        using var _ = Notices.Subscribe("local", _ => Task.FromResult(told++));

        await RaiseAsync("local");

        Assert.True(told > 0);
    }

    [Fact]
    public async Task A_change_that_was_rolled_back_is_never_told()
    {
        using var subscription = Notices.Subscribe("rolled-back", _ => throw new InvalidOperationException("There was no change."));

        await app.AskAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Notices.RaiseAsync(db, "rolled-back", CancellationToken.None);
            return 0;
        });

        Assert.Null(await VersionAsync("rolled-back"));
    }

    [Fact]
    public async Task Another_node_hears_of_a_change_within_the_promised_time()
    {
        await using var otherNode = app.Node();
        var heard = new TaskCompletionSource();
        using var subscription = otherNode.Services.GetRequiredService<ChangeNotices>().Subscribe("remote", _ => Task.FromResult(heard.TrySetResult()));

        await RaiseAsync("remote");

        await heard.Task.WaitAsync(Promised);
    }

    [Fact]
    public async Task A_subscriber_that_failed_is_told_again_and_the_outage_is_logged_once()
    {
        var (told, log) = (0, new LogLines());
        await using var node = app.Node(("ChangeNotices:PollEvery", "00:00:00.050"))
            .WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(log)));
        using var subscription = node.Services.GetRequiredService<ChangeNotices>().Subscribe("failing", _ =>
            Interlocked.Increment(ref told) < 4 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask);

        await RaiseAsync("failing");

        await log.WaitForAsync(LogLevel.Information, "are heard again");
        Assert.Equal(1, log.Count(LogLevel.Error, "are not heard"));
    }

    [Fact]
    public async Task First_writers_of_a_topic_who_race_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => RaiseAsync("raced"))));

        Assert.Equal(20, await VersionAsync("raced"));
    }

    private Task<int> RaiseAsync(string topic) => app.AskAsync(async db =>
    {
        await Notices.RaiseAsync(db, topic, CancellationToken.None);
        return 0;
    });

    private Task<long?> VersionAsync(string topic) =>
        app.AskAsync(db => db.ChangeNotices.Where(n => n.Topic == topic).Select(n => (long?)n.Version).SingleOrDefaultAsync());
}
