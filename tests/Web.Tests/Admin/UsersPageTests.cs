using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Pages.Admin.Users;
using SaaSChat.Web.Tests.Usage;

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

        foreach (var typed in new[] { "SARA@", "منى", $"{sara}"[..13], $"{sara}".ToUpperInvariant(), " sara@example.com " })
            Assert.Equal(["sara@example.com"], Emails(await support.OpenAsync($"/admin/users?q={Uri.EscapeDataString(typed)}")));
    }

    [Theory]
    [InlineData("أحمد الطيّب", "احمد")]
    [InlineData("أحمد الطيّب", "الطيب")]
    [InlineData("هدى", "هدي")]
    [InlineData("فاطمة", "فاطمه")]
    [InlineData("فاطمة", "فَاطِمَة")]
    [InlineData("Zoë Ångström", "angstrom")]
    public async Task A_name_is_found_however_its_letters_are_written(string name, string typed)
    {
        var sara = await _app.AddUserAsync("sara@example.com");
        await RenameAsync(sara, name);

        Assert.Equal(["sara@example.com"], Emails(await (await SupportAsync()).OpenAsync($"/admin/users?q={Uri.EscapeDataString(typed)}")));
    }

    [Fact]
    public async Task People_are_chosen_by_plan_state_role_balance_and_whether_they_have_paid()
    {
        var sara = await _app.AddBuyerAsync("sara", 5_000_000);
        await _app.AddUserAsync("omar@example.com", plan: PlanCatalogue.Premium);
        var waiting = await _app.AddUserAsync("waiting@example.com");
        await _app.AskAsync(db => db.Users.Where(u => u.Id == waiting).ExecuteUpdateAsync(u => u.SetProperty(x => x.EmailConfirmed, false)));
        var support = await SupportAsync();

        foreach (var (query, found) in new[]
        {
            ("plan=premium", "omar@example.com"), ("status=unconfirmed", "waiting@example.com"), ("role=support", "support@example.com"),
            ("balance=millionormore", "sara@example.com"), ("paid=yes", "sara@example.com"), ("plan=free&balance=millionormore&paid=yes&q=sara", "sara@example.com"),
        })
        {
            Assert.Equal((query, found), (query, string.Join('|', Emails(await support.OpenAsync($"/admin/users?{query}")).Where(e => e != "admin@saaschat.local"))));
        }

        Assert.NotEqual(Guid.Empty, sara.UserId);
        foreach (var odd in new[] { "status=odd", "balance=7", "role=king", "paid=maybe", $"q={new string('x', 300)}" })
            Assert.Equal((odd, HttpStatusCode.BadRequest), (odd, await support.StatusAsync($"/admin/users?{odd}")));
    }

    [Fact]
    public async Task The_file_has_everybody_of_the_selection_and_no_formula()
    {
        await RegisterAsync(1_100, Founding);
        var sara = await _app.AddUserAsync("sara@example.com");
        await RenameAsync(sara, "=HYPERLINK(1)");
        var support = await SupportAsync();

        using var response = await support.Client.GetAsync("/admin/users.csv?status=unconfirmed");
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var one = await support.Client.GetStringAsync("/admin/users.csv?q=sara");

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(1_101, lines.Length);
        Assert.Contains("'=HYPERLINK(1)", one, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await support.StatusAsync("/admin/users.csv?status=odd"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await _app.SignedInAsync("ops-file", Roles.Ops)).StatusAsync("/admin/users.csv"));
    }

    [Fact]
    public async Task Tokens_and_cost_of_the_month_stand_beside_the_balance()
    {
        var sara = await _app.AddGuestOfTheHouseAsync("sara", 10_000);
        await _app.EndAsync((await _app.OpenAsync(sara)).Call!, Calls.Reported(1_000, 500));

        var cells = (await (await SupportAsync()).OpenAsync("/admin/users?q=sara")).QuerySelectorAll("tbody tr td.num").Select(td => td.TextContent).ToList();

        Assert.Equal(["1,500", "$0.0020", "7,600"], cells[..3]);
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
