using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Jobs;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Tests.Jobs;

public sealed class JobsPageTests(JobsApp app) : IClassFixture<JobsApp>
{
    private const string Page = "/admin/jobs";

    [Fact]
    public async Task Ops_sees_every_job_and_runs_one_now_without_script()
    {
        var noura = await app.SignedInAsync("noura-runs", Roles.Ops);
        var first = await noura.OpenAsync(Page);
        Assert.Equal(RecurringJobs.All.Select(j => $"job-{j.Id}"), first.QuerySelectorAll("main tbody tr").Select(r => r.Id));

        using var started = await noura.SubmitAsync(Page, Page, ("job", "ledger-audit"));
        await app.Log.WaitForAsync(LogLevel.Information, "AuditLedgerJob done");

        Assert.Equal(Page, started.Headers.Location!.OriginalString);
        var row = await RowAsync(noura, "ledger-audit", has: ".badge-success");
        Assert.NotNull(row.QuerySelector("time"));
        Assert.Equal(1, await ActsAsync(AuditAction.JobStarted, "ledger-audit"));
    }

    [Fact]
    public async Task A_paused_job_says_so_until_it_is_resumed()
    {
        var noura = await app.SignedInAsync("noura-pauses", Roles.Ops);

        using var paused = await noura.SubmitAsync(Page, "/admin/jobs/retention", ("paused", "true"));
        Assert.NotNull((await RowAsync(noura, "retention")).QuerySelector("td .badge-gold"));
        using var resumed = await noura.SubmitAsync(Page, "/admin/jobs/retention", ("paused", "false"));

        Assert.Null((await RowAsync(noura, "retention")).QuerySelector("td .badge-gold"));
        Assert.Equal((1, 1), (await ActsAsync(AuditAction.JobPaused, "retention"), await ActsAsync(AuditAction.JobResumed, "retention")));
    }

    [Fact]
    public async Task What_was_given_up_is_shown_and_tried_again()
    {
        var (noura, id) = (await app.SignedInAsync("noura-retries", Roles.Ops), Guid.NewGuid());
        await app.Jobs.EnqueueAsync<StubbornJob, StubbornJob.Args>(new(id, Failures: 3));
        var run = await GivenUpAsync(id);
        var page = $"/admin/jobs/runs/{run}";
        Assert.Contains("Not yet.", (await noura.OpenAsync(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var retried = await noura.SubmitAsync(page, page);
        for (var i = 0; i < 4; i++) await app.Witness.NextAsync(id);

        Assert.Equal(1, await ActsAsync(AuditAction.JobRetried, $"{run}"));
        Assert.Null((await noura.OpenAsync(page)).QuerySelector("main form[method=post]"));
    }

    [Theory]
    [InlineData("no-such-job")]
    [InlineData("")]
    public async Task A_job_that_is_not_there_cannot_be_run(string job)
    {
        var noura = await app.SignedInAsync($"noura-{Guid.NewGuid():N}", Roles.Ops);

        using var refused = await noura.SubmitAsync(Page, Page, ("job", job));

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await noura.StatusAsync("/admin/jobs/no-such-job"));
    }

    private static async Task<IElement> RowAsync(Visitor visitor, string job, string has = "th")
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (true)
        {
            var row = (await visitor.OpenAsync(Page)).GetElementById($"job-{job}")!;
            if (row.QuerySelector(has) is not null) return row;
            await Task.Delay(50, tooLate.Token);
        }
    }

    private async Task<Guid> GivenUpAsync(Guid id)
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        JobRun? run;
        while ((run = (await app.AskAsync(db => db.JobRuns.AsNoTracking().GivenUp().ToListAsync())).Find(r => r.Args!.Contains($"{id}", StringComparison.Ordinal))) is null) await Task.Delay(20, tooLate.Token);
        return run.Id;
    }

    private Task<int> ActsAsync(AuditAction action, string subject) => app.AskAsync(db => db.AuditEntries.CountAsync(e => e.Action == action && e.SubjectId == subject));
}
