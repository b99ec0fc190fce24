using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Security;
using SaaSChat.Web.Pages.Admin.Bans;

namespace SaaSChat.Web.Tests.Security;

public sealed class BansPageTests : IDisposable
{
    private readonly TestApp _app = new();

    [Fact]
    public async Task Without_bans_the_page_says_so()
    {
        var page = await (await LaylaAsync()).OpenAsync("/admin/bans");

        Assert.Equal("Nobody is banned", page.QuerySelector(".empty h2")!.TextContent);
    }

    [Fact]
    public async Task Those_that_stand_come_first_and_pages_follow_without_a_gap()
    {
        await BanAsync(count: IndexModel.PageSize + 2, TimeSpan.FromDays(-1));
        await BanAsync(count: 1, TimeSpan.FromHours(1));

        var layla = await LaylaAsync();
        var first = await layla.OpenAsync("/admin/bans");
        var second = await layla.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        var rows = first.QuerySelectorAll("tbody tr").Concat(second.QuerySelectorAll("tbody tr")).ToList();
        Assert.Equal("Active", rows[0].QuerySelector(".badge")!.TextContent);
        Assert.Equal(IndexModel.PageSize + 3, rows.Select(r => r.Id).Distinct().Count());
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task An_admin_lifts_a_ban_with_a_reason()
    {
        var ban = (await BanAsync(count: 1, TimeSpan.FromHours(1)))[0];
        var banned = _app.Visit(from: ban.Subject);

        using var lifted = await LiftAsync(ban, "the office of a customer");

        Assert.Equal("/admin/bans", lifted.Headers.Location!.ToString());
        Assert.Equal("Ended", (await (await LaylaAsync()).OpenAsync("/admin/bans")).QuerySelector("tbody .badge")!.TextContent);
        using var page = await banned.Client.GetAsync("/en");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var entry = await _app.AskAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.BanLifted));
        Assert.Equal((ban.Id.ToString(), AuditActorKind.User), (entry.SubjectId, entry.ActorKind));
        Assert.Equal("the office of a customer", await _app.AskAsync(db => db.AuditNotes.Where(n => n.Seq == entry.Seq).Select(n => n.Reason).SingleAsync()));
    }

    [Fact]
    public async Task Without_a_reason_the_ban_stands()
    {
        var ban = (await BanAsync(count: 1, TimeSpan.FromHours(1)))[0];

        using var refused = await LiftAsync(ban, "");

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector(".field .error"));
        Assert.True(await _app.AskAsync(db => db.Bans.AnyAsync(b => b.Until == ban.Until)));
    }

    [Fact]
    public async Task A_ban_that_has_ended_is_not_lifted_again()
    {
        var ban = (await BanAsync(count: 1, TimeSpan.FromHours(-1)))[0];

        using var response = await LiftAsync(ban, "too late");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.False(await _app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.BanLifted)));
    }

    public void Dispose() => _app.Dispose();

    private async Task<Visitor> LaylaAsync()
    {
        var layla = _app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }

    private async Task<HttpResponseMessage> LiftAsync(Ban ban, string reason)
    {
        var path = $"/admin/bans/{ban.Id}/lifting";
        return await (await LaylaAsync()).SubmitAsync(path, path, ("Input.Reason", reason));
    }

    private Task<List<Ban>> BanAsync(int count, TimeSpan until) => _app.AskAsync(async db =>
    {
        var now = DateTime.UtcNow;
        var bans = Enumerable.Range(0, count)
            .Select(i => Ban.Place(Offender.At(NetworkAddress.Parse(Addresses.Fresh())!.Value), 100, now.AddDays(-2), TimeSpan.FromDays(2) + until + TimeSpan.FromSeconds(i)))
            .ToList();
        db.AddRange(bans);
        await db.SaveChangesAsync();
        return bans;
    });
}
