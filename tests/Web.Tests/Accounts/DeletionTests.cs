using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Privacy;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class DeletionTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Deletion = "/account/deletion";

    [Fact]
    public async Task Whoever_leaves_is_out_everywhere_and_may_come_back_as_somebody_new()
    {
        var sara = await app.SignedInAsync("sara");
        var phone = app.Visit();
        await phone.SignInAsync("sara@example.com", People.Password);
        var id = await IdOfAsync("sara@example.com");

        using var left = await LeaveAsync(sara, " Sara@Example.com ");

        Assert.Equal("/", left.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, await sara.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.Redirect, await phone.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.OK, await sara.SignInAsync("sara@example.com", People.Password));
        Assert.NotEqual(id, await app.AddUserAsync("sara@example.com"));
        Assert.Equal(1, await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.AccountDeleted && e.SubjectId == id.ToString())));
    }

    [Fact]
    public async Task What_was_noted_about_them_goes_and_the_log_stays_whole()
    {
        var omar = await app.SignedInAsync("omar");
        var id = await IdOfAsync("omar@example.com");
        var act = new AuditAct(AuditAction.UserAdded, id.ToString());
        var entry = await app.InScopeAsync(s => s.GetRequiredService<AuditLog>().RecordAsync(AuditActor.Operator, act, "Omar asked by telephone", CancellationToken.None));
        Assert.True(await app.AskAsync(db => db.AuditNotes.AnyAsync(n => n.Seq == entry.Seq)));

        using var left = await LeaveAsync(omar, "omar@example.com");

        Assert.False(await app.AskAsync(db => db.AuditNotes.AnyAsync(n => n.Seq == entry.Seq)));
        Assert.Null(await app.InScopeAsync(s => s.GetRequiredService<AuditCheck>().FirstBrokenAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task The_letter_of_goodbye_keeps_no_address_once_it_is_sent()
    {
        var huda = await app.SignedInAsync("huda");

        using var left = await LeaveAsync(huda, "huda@example.com");

        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await app.AskAsync(db => db.OutboxMails.AnyAsync(m => m.Kind == MailKind.AccountDeleted && m.SentAt == null))) await Task.Delay(20, tooLate.Token);
        Assert.False(await app.AskAsync(db => db.OutboxMails.AnyAsync(m => m.To == "huda@example.com")));
        Assert.Contains("huda@example.com", (await app.Visit().OpenAsync("/dev/mail")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "not the address")]
    [InlineData("ar", "ليس هذا عنوان حسابك")]
    public async Task Without_the_typed_address_nothing_happens(string language, string refusal)
    {
        var nour = app.Visit(language);
        await app.AddUserAsync($"nour-{language}@example.com");
        await nour.SignInAsync($"nour-{language}@example.com", People.Password);

        using var refused = await LeaveAsync(nour, "somebody@example.com");

        var page = await Visitor.PageAsync(refused);
        Assert.Contains(refusal, page.QuerySelector("#Input_Address-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("somebody@example.com", page.QuerySelector("#Input_Address")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, await nour.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task What_would_be_lost_is_counted()
    {
        var ali = await app.SignedInAsync("ali");
        await app.Visit().SignInAsync("ali@example.com", People.Password);

        var page = await ali.OpenAsync(Deletion);

        Assert.Contains("2 devices that are signed in", page.QuerySelector(".prose ul")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("passkey", page.QuerySelector(".prose ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_admin_cannot_leave()
    {
        await using var alone = new TestApp();
        var layla = alone.Visit();
        await layla.SignInAsAdminAsync();
        Assert.NotNull((await layla.OpenAsync(Deletion)).QuerySelector("main .alert"));
        var deletion = alone.InScopeAsync(s => s.GetRequiredService<AccountDeletion>()
            .DeleteAsync(alone.AskAsync(db => db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync()).Result, CancellationToken.None));

        Assert.Equal(Departure.LastAdmin, await deletion);
        Assert.Equal(HttpStatusCode.OK, await layla.StatusAsync("/admin"));
    }

    [Fact]
    public async Task Of_two_last_admins_who_leave_at_once_one_stays()
    {
        await using var two = new TestApp();
        var other = await two.AddUserAsync("hind@example.com", Roles.Admin);
        var first = await two.AskAsync(db => db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync());

        var outcomes = await Task.WhenAll(new[] { first, other }.Select(id =>
            two.InScopeAsync(s => s.GetRequiredService<AccountDeletion>().DeleteAsync(id, CancellationToken.None))));

        Assert.Single(outcomes, Departure.LastAdmin);
    }

    [Fact]
    public async Task A_person_downloads_their_own_data_and_nobody_elses()
    {
        await app.SignedInAsync("rami");
        var lina = await app.SignedInAsync("lina");

        using var file = await lina.Client.GetAsync("/account/privacy/export");

        var text = await file.Content.ReadAsStringAsync();
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("\"schemaVersion\": 1", text, StringComparison.Ordinal);
        Assert.Contains("lina@example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rami", text, StringComparison.Ordinal);
        Assert.DoesNotContain("passwordHash", text, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> LeaveAsync(Visitor person, string typed) => person.SubmitAsync(Deletion, Deletion, ("Input.Address", typed));

    private Task<Guid> IdOfAsync(string email) => app.AskAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync());
}
