using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Tests.Jobs;

public sealed class BackgroundJobsTests(JobsApp app) : IClassFixture<JobsApp>
{
    private readonly Guid _id = Guid.NewGuid();

    [Fact]
    public async Task What_is_enqueued_runs_once_with_its_arguments()
    {
        await app.Jobs.EnqueueAsync<NoteJob, Guid>(_id);

        await app.Witness.NextAsync(_id);
        await app.Log.WaitForAsync(LogLevel.Information, "NoteJob done at attempt 1");
        Assert.Equal(0, app.Witness.Unread(_id));
    }

    [Fact]
    public async Task The_language_of_whoever_enqueued_it_does_not_reach_the_job()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ar");

        await app.Jobs.EnqueueAsync<NoteJob, Guid>(_id);

        var run = await app.Witness.NextAsync(_id);
        Assert.Equal(("", ""), (run.Culture, run.UICulture));
    }

    [Fact]
    public async Task What_is_scheduled_does_not_run_before_its_time()
    {
        var at = app.Services.GetRequiredService<TimeProvider>().UtcNow().AddMilliseconds(400);

        await app.Jobs.ScheduleAsync<NoteJob, Guid>(_id, at);

        Assert.True((await app.Witness.NextAsync(_id)).At >= at);
    }

    [Fact]
    public async Task What_is_overdue_runs_once_however_far_the_machine_is_behind_the_database()
    {
        var clock = new TurnableClock();
        clock.Turn(TimeSpan.FromHours(1));
        await using var node = app.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(clock)));
        var witness = node.Services.GetRequiredService<Witness>();

        await node.Services.GetRequiredService<IBackgroundJobs>().ScheduleAsync<NoteJob, Guid>(_id, clock.UtcNow().AddMinutes(-5));

        await witness.NextAsync(_id);
        Assert.Equal(0, witness.Unread(_id));
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_until_it_succeeds()
    {
        await app.Jobs.EnqueueAsync<StubbornJob, StubbornJob.Args>(new(_id, Failures: 2));

        await app.Log.WaitForAsync(LogLevel.Information, "StubbornJob done at attempt 3");
        Assert.Equal(3, app.Witness.Unread(_id));
        var first = await app.Witness.NextAsync(_id);
        var second = await app.Witness.NextAsync(_id);
        Assert.True(second.At - first.At >= TimeSpan.FromMilliseconds(16), "There was no wait before the second attempt.");
    }

    [Fact]
    public async Task A_job_that_keeps_failing_is_given_up_with_one_error_and_its_arguments_are_in_no_log()
    {
        await app.Jobs.EnqueueAsync<StubbornJob, StubbornJob.Args>(new(_id, Failures: 99));

        await app.Log.WaitForAsync(LogLevel.Error, "StubbornJob is given up after 3 attempts");
        Assert.Equal(3, app.Witness.Unread(_id));
        Assert.Equal(1, app.Log.Count(LogLevel.Error, ""));
        Assert.DoesNotContain(app.Log.All, line => line.Contains(_id.ToString(), StringComparison.OrdinalIgnoreCase));
    }
}
