using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Pages.Admin.Users;

namespace SaaSChat.Web.Tests.Admin;

public sealed class UsersPageTests : IDisposable
{
    private static readonly DateTime Founding = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TestApp _app = new();

    [Fact]
    public async Task Pages_follow_without_a_gap_where_many_joined_at_one_instant()
    {
        await RegisterAsync(IndexModel.PageSize + 2, Founding);
        var support = await SupportAsync();

        var first = await support.OpenAsync("/admin/users?q=founder");
        var second = await support.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        var emails = Emails(first).Concat(Emails(second)).ToList();
        Assert.Equal(IndexModel.PageSize + 2, emails.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(emails.Order(StringComparer.Ordinal), emails);
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task A_search_finds_by_the_beginning_of_address_name_and_id()
    {
        var sara = await _app.AddUserAsync("sara@example.com");
        await RenameAsync(sara, "منى السالم");
        await _app.AddUserAsync("omar@example.com");
        var support = await SupportAsync();

        foreach (var typed in new[] { "SARA@", "منى", $"{sara}"[..8], $"{sara}".ToUpperInvariant(), " sara@example.com " })
            Assert.Equal(["sara@example.com"], Emails(await support.OpenAsync($"/admin/users?q={Uri.EscapeDataString(typed)}")));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_ara")]
    [InlineData("xample.com")]
    [InlineData("' OR 1=1 --")]
    public async Task What_nobody_begins_with_finds_nobody(string typed)
    {
        await _app.AddUserAsync("sara@example.com");

        var page = await (await SupportAsync()).OpenAsync($"/admin/users?q={Uri.EscapeDataString(typed)}");

        Assert.Equal("Nobody found", page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal(typed, page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_page_of_a_person_tells_their_state_and_open_sessions()
    {
        var sara = await _app.AddUserAsync("sara@example.com");
        await _app.Visit().SignInAsync("sara@example.com", People.Password);
        await _app.Visit().SignInAsync("sara@example.com", People.Password);
        var support = await SupportAsync();

        Assert.Equal(("Active", "2"), await StateAsync(support, sara));
        await _app.AskAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == sara)).Suspend(DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("Suspended", (await StateAsync(support, sara)).State);
    }

    [Fact]
    public async Task Nobody_of_that_id_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, await (await SupportAsync()).StatusAsync($"/admin/users/{Guid.NewGuid()}"));

    public void Dispose() => _app.Dispose();

    private Task<Visitor> SupportAsync() => _app.SignedInAsync("support", Roles.Support);

    private static async Task<(string State, string Sessions)> StateAsync(Visitor support, Guid id)
    {
        var page = await support.OpenAsync($"/admin/users/{id}");
        var sessions = page.QuerySelectorAll(".facts div").Single(d => d.QuerySelector("dt")!.TextContent == "Open sessions");
        return (page.QuerySelector(".page-head .badge")!.TextContent, sessions.QuerySelector("dd")!.TextContent);
    }

    private static List<string> Emails(IDocument page) => [.. page.QuerySelectorAll("tbody tr td:nth-child(2)").Select(e => e.TextContent)];

    private Task<int> RegisterAsync(int count, DateTime at) => _app.AskAsync(async db =>
    {
        foreach (var number in Enumerable.Range(100, count))
        {
            var user = AppUser.Register($"founder{number}@example.com", "Founder", ViewPreferences.Default, at);
            (user.NormalizedEmail, user.NormalizedUserName) = (user.Email!.ToUpperInvariant(), user.Email.ToUpperInvariant());
            db.Users.Add(user);
        }

        return await db.SaveChangesAsync();
    });

    private Task<int> RenameAsync(Guid id, string name) => _app.AskAsync(async db =>
    {
        (await db.Users.SingleAsync(u => u.Id == id)).TryRename(name);
        return await db.SaveChangesAsync();
    });
}
