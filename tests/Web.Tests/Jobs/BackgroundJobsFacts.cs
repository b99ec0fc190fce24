using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Jobs;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Web.Tests.Mail;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>What holds on every engine that is built: each has a class below that runs the same facts.</summary>
public abstract class BackgroundJobsFacts(JobsApp app)
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
        var before = app.Log.Count(LogLevel.Error, "StubbornJob is given up");

        await app.Jobs.EnqueueAsync<StubbornJob, StubbornJob.Args>(new(_id, Failures: 99));
        await GivenUpAsync();

        Assert.Equal(3, app.Witness.Unread(_id));
        Assert.Equal(before + 1, app.Log.Count(LogLevel.Error, "StubbornJob is given up after 3 attempts"));
        Assert.DoesNotContain(app.Log.All, line => line.Contains(_id.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_job_that_was_given_up_is_run_again_by_hand()
    {
        await app.Jobs.EnqueueAsync<StubbornJob, StubbornJob.Args>(new(_id, Failures: 3));
        var run = await GivenUpAsync();

        Assert.True(await app.InScopeAsync(s => s.GetRequiredService<JobControl>().RetryAsync(run, AuditActor.Operator, default)));
        Assert.False(await app.InScopeAsync(s => s.GetRequiredService<JobControl>().RetryAsync(run, AuditActor.Operator, default)));

        for (var i = 0; i < 4; i++) await app.Witness.NextAsync(_id);
        Assert.Equal(0, app.Witness.Unread(_id));
    }

    [Fact]
    public async Task What_a_queue_has_lost_is_found_by_its_state()
    {
        var address = $"{_id:N}@example.com";
        await app.InScopeAsync(services =>
        {
            services.GetRequiredService<Outbox>().Write(MailKind.PasswordChanged, address, "en", new MailArguments());
            return services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        await app.TriggerAsync("mail-outbox");

        Assert.Equal(address, (await new Mailbox(app, address).NextAsync()).To);
    }

    [Fact]
    public async Task A_recurring_job_never_runs_twice_at_once()
    {
        await app.TriggerAsync("held");
        await app.TriggerAsync("held");
        Assert.True(await app.Witness.Entered.WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.False(await app.Witness.Entered.WaitAsync(TimeSpan.FromMilliseconds(300)));

        app.Witness.Gate.Release(2);
        Assert.True(await app.Witness.Entered.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Each_run_of_a_recurring_job_is_written_down_and_a_paused_one_runs_only_by_hand()
    {
        await app.InScopeAsync(s => s.GetRequiredService<JobControl>().PauseAsync("audit-check", paused: true, AuditActor.Operator, default));
        await app.Jobs.RunAsync(JobCall.Of(RecurringJobs.Find("audit-check")!));
        await app.TriggerAsync("audit-check");

        await app.Log.WaitForAsync(LogLevel.Information, "The audit log is whole");
        var run = Assert.Single(await RunsAsync("audit-check"));
        Assert.Equal((1, null), (run.Attempt, run.Error));
    }

    private async Task<Guid> GivenUpAsync()
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var told = await app.AskAsync(db => db.JobRuns.AsNoTracking().GivenUp().ToListAsync(tooLate.Token));
            if (told.Find(r => r.Args!.Contains(_id.ToString(), StringComparison.Ordinal)) is { } run) return run.Id;
            await Task.Delay(20, tooLate.Token);
        }
    }

    private Task<List<JobRun>> RunsAsync(string job) => app.AskAsync(db => db.JobRuns.AsNoTracking().OfJob(job).ToListAsync());
}

/// <summary>In memory, as on SQLite.</summary>
public sealed class QuartzTests(JobsApp app) : BackgroundJobsFacts(app), IClassFixture<JobsApp>;

/// <summary>In a database and clustered, as on SQL Server.</summary>
public sealed class QuartzClusterTests(ClusterApp app) : BackgroundJobsFacts(app), IClassFixture<ClusterApp>;
