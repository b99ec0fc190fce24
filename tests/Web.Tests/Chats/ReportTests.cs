using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;

namespace SaaSChat.Web.Tests.Chats;

public sealed class ReportTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_report_reaches_the_admins_who_take_the_link_down_for_good()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-reported");
        var link = await sara.ShareAsync(talk);
        using var silent = await app.Visit().SubmitAsync(link + "/report", link + "/report", ("Input.Words", "Bad"));
        Assert.NotNull((await Visitor.PageAsync(silent)).QuerySelector("[data-summary]"));

        using var sent = await app.Visit().SubmitAsync(link + "/report", link + "/report", ("Input.Reason", "Privacy"), ("Input.Words", "That is my address."));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);

        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        var row = (await layla.OpenAsync("/admin/reports")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("That is my address.", StringComparison.Ordinal));
        var decision = row.QuerySelector("a")!.GetAttribute("href")!;
        using var decided = await layla.SubmitAsync(decision, decision, ("Input.TakeDown", "true"), ("Input.Reason", "Private data"));

        Assert.Equal(HttpStatusCode.NotFound, await app.Visit().StatusAsync(link));
        Assert.NotNull((await sara.OpenAsync("/shares")).QuerySelector("main .badge-danger"));
        Assert.NotNull((await sara.OpenAsync($"/chat/{talk.Id}/share")).QuerySelector("main .alert-danger"));
        using var anew = await sara.PressAsync($"/chat/{talk.Id}/share");
        Assert.Equal(HttpStatusCode.NotFound, await app.Visit().StatusAsync(link));
        Assert.True(await app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.ShareTakenDown)));
        Assert.DoesNotContain("That is my address.", (await layla.OpenAsync("/admin/reports")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_dismissed_leaves_the_link()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-fine");
        var link = await sara.ShareAsync(talk);
        using var sent = await app.Visit().SubmitAsync(link + "/report", link + "/report", ("Input.Reason", "Spam"), ("Input.Words", "No reason at all"));
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        var decision = (await layla.OpenAsync("/admin/reports")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("No reason at all", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;

        using var decided = await layla.SubmitAsync(decision, decision, ("Input.TakeDown", "false"), ("Input.Reason", "Harmless"));

        Assert.Equal(HttpStatusCode.OK, await app.Visit().StatusAsync(link));
        Assert.True(await app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.ReportDismissed)));
    }

    [Fact]
    public async Task Nobody_floods_the_admins_with_reports()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-flooded");
        var link = await sara.ShareAsync(talk);
        var omar = app.Visit(from: "192.0.2.77");
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 7; i++)
        {
            using var sent = await omar.SubmitAsync(link + "/report", link + "/report", ("Input.Reason", "Spam"));
            answers.Add(sent.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }
}
