using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Tests.Jobs;

namespace SaaSChat.Web.Tests.Admin;

public sealed class HealthPageTests(JobsApp app) : IClassFixture<JobsApp>
{
    [Fact]
    public async Task Operations_see_when_background_work_stands_still()
    {
        var ops = await app.SignedInAsync("ops", Roles.Ops);
        Assert.Null((await ops.OpenAsync("/admin/health")).QuerySelector("main .alert"));

        await (await app.SchedulerAsync()).Standby();

        var page = await ops.OpenAsync("/admin/health");
        Assert.Contains("stands still", page.QuerySelector("main .alert")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Slow", Row(page, "Background work").QuerySelector(".badge")!.TextContent.Trim());
        Assert.Equal("Working", Row(page, "Database").QuerySelector(".badge")!.TextContent.Trim());
    }

    [Fact]
    public async Task Letters_that_wait_or_were_given_up_are_counted()
    {
        var ops = await app.SignedInAsync("nightshift", Roles.Ops);
        await app.AskAsync(async db =>
        {
            var (waiting, lost) = (Letter(), Letter());
            lost.GiveUp(DateTime.UtcNow, "no such mailbox");
            db.OutboxMails.AddRange(waiting, lost);
            return await db.SaveChangesAsync();
        });

        var figures = (await ops.OpenAsync("/admin/health")).QuerySelectorAll(".kpi span:nth-child(2)").Select(e => e.TextContent);

        Assert.Equal(["1", "1"], figures);
    }

    // Not due yet, so that nobody sends it meanwhile.
    private static OutboxMail Letter() => OutboxMail.Write(MailKind.ResetPassword, "sara@example.com", "en", new MailArguments(), DateTime.UtcNow.AddHours(1));

    private static IElement Row(IDocument page, string name) =>
        page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.StartsWith(name, StringComparison.Ordinal));
}
