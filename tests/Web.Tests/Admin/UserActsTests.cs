using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Admin;

/// <summary>What layla does about people, each with a reason, a row in the log, and only as long as it is what she saw.</summary>
public sealed class UserActsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Why = "They asked on the phone.";

    [Theory]
    [InlineData("Change", "1,500", 2_500)]
    [InlineData("Change", "-٤٠٠", 600)]
    [InlineData("Set", "0", 0)]
    [InlineData("Set", "70", 70)]
    public async Task A_balance_is_set_or_adjusted_by_an_entry_of_the_ledger(string way, string amount, long after)
    {
        var (sara, account) = await PersonAsync(credits: 1_000);

        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, "balance", ("Input.Way", way), ("Input.Amount", amount)));

        Assert.Equal(after, await app.SpendableAsync(account));
        Assert.Equal(("1000", $"{after}"), await LastAsync(sara, AuditAction.BalanceSet));
        Assert.All(await app.InScopeAsync(s => s.GetRequiredService<LedgerAudit>().RunAsync(default)), finding => Assert.True(finding.IsWhole, finding.Name));
    }

    [Fact]
    public async Task The_same_adjustment_sent_twice_is_made_once()
    {
        var (sara, account) = await PersonAsync(credits: 1_000);
        var layla = await LaylaAsync();
        var page = await layla.OpenAsync($"/admin/users/{sara}/balance");

        for (var i = 0; i < 2; i++)
        {
            using var response = await layla.SubmitAsync(page, $"/admin/users/{sara}/balance", $"/admin/users/{sara}/balance", ("Input.Way", "Change"), ("Input.Amount", "500"), ("Act.Reason", Why));
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }

        Assert.Equal(1_500, await app.SpendableAsync(account));
        Assert.Equal(1, await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.SubjectId == $"{sara}" && e.Action == AuditAction.BalanceSet)));
    }

    [Theory]
    [InlineData("Change", "-1001", HttpStatusCode.Conflict)]
    [InlineData("Change", "9,000,000,000,000,000,000", HttpStatusCode.OK)]
    [InlineData("Change", "0", HttpStatusCode.OK)]
    [InlineData("Change", "1.5", HttpStatusCode.OK)]
    [InlineData("Set", "-1", HttpStatusCode.OK)]
    [InlineData("Set", "much", HttpStatusCode.OK)]
    [InlineData("Set", "", HttpStatusCode.OK)]
    [InlineData("Neither", "5", HttpStatusCode.OK)]
    public async Task A_sum_that_makes_no_sense_changes_nothing_and_says_why(string way, string amount, HttpStatusCode status)
    {
        var (sara, account) = await PersonAsync(credits: 1_000);
        var layla = await LaylaAsync();

        using var response = await layla.SubmitAsync($"/admin/users/{sara}/balance", $"/admin/users/{sara}/balance", ("Input.Way", way), ("Input.Amount", amount), ("Act.Reason", Why));

        Assert.Equal(status, response.StatusCode);
        Assert.NotEmpty((await Visitor.PageAsync(response)).QuerySelectorAll("[role=alert]"));
        Assert.Equal(1_000, await app.SpendableAsync(account));
        Assert.Equal(0, await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.SubjectId == $"{sara}" && e.Action == AuditAction.BalanceSet)));
    }

    [Fact]
    public async Task Nothing_is_done_without_a_reason()
    {
        var (sara, _) = await PersonAsync();

        Assert.Equal(HttpStatusCode.OK, await ActAsync(sara, "suspension", ("Act.Reason", " ")));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(sara, "suspension", ("Act.Reason", new string('x', 501))));

        Assert.Null(await app.AskAsync(db => db.Users.Where(u => u.Id == sara).Select(u => u.SuspendedAt).SingleAsync()));
    }

    [Theory]
    [InlineData("balance", "Input.Amount", "5")]
    [InlineData("limits", "Input.DayTokens", "7")]
    [InlineData("refill", "Input.Amount", "9")]
    [InlineData("plan", "Input.Plan", "basic")]
    [InlineData("role", "Input.Role", "ops")]
    [InlineData("suspension", "Input.None", "")]
    public async Task What_a_colleague_changed_meanwhile_is_not_overwritten(string act, string field, string value)
    {
        var (sara, _) = await PersonAsync(credits: 1_000);
        (string, string)[] typed = [(field, value), ("Input.Way", act == "limits" ? "Own" : act == "refill" ? "On" : "Change")];
        var (layla, path) = (await LaylaAsync(), $"/admin/users/{sara}/{act}");
        var seen = await layla.OpenAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, act, typed));
        var before = await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.SubjectId == $"{sara}"));

        using var response = await layla.SubmitAsync(seen, path, path, [.. typed.Select(t => (t.Item1, t.Item2)), ("Act.Reason", Why), ("Act.ClientId", $"{Guid.NewGuid()}")]);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("no longer as you saw it", (await Visitor.PageAsync(response)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.SubjectId == $"{sara}")));
    }

    [Fact]
    public async Task Each_limit_is_set_by_itself_and_the_plans_hold_again()
    {
        var (sara, _) = await PersonAsync();

        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, "limits", ("Input.Way", "Own"), ("Input.DayTokens", "77"), ("Input.MonthCost", "1.5")));
        var set = await LimitAsync(sara);
        Assert.Equal((true, 77, (long?)null, (long?)null, 1_500_000_000_000), (set!.IsOn, set.DayTokens!.Value, set.MonthTokens, set.DayCost, set.MonthCost!.Value));
        Assert.Equal("DayTokens 77, MonthTokens -, DayCost -, MonthCost 1500000000000", (await LastAsync(sara, AuditAction.LimitsSet)).After);

        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, "limits", ("Input.Way", "Off")));
        Assert.False((await LimitAsync(sara))!.IsOn);
        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, "limits", ("Input.Way", "Plan")));
        Assert.Null(await LimitAsync(sara));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(sara, "limits", ("Input.Way", "Own")));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(sara, "limits", ("Input.Way", "Own"), ("Input.DayCost", "-3")));
    }

    [Fact]
    public async Task A_plan_is_given_with_its_credits_ends_by_itself_and_is_no_payment()
    {
        await using var clocked = new ClockedApp();
        await using var node = clocked.Node(("Quota:CreditsPerUnit", "100"));
        var sara = await node.AddUserAsync("sara-plan@example.com");
        var account = await node.AccountOfAsync(sara);
        var layla = await LaylaAsync(node);

        using (var given = await layla.SubmitAsync($"/admin/users/{sara}/plan", $"/admin/users/{sara}/plan", ("Input.Plan", "basic"), ("Input.Months", "2"), ("Act.Reason", Why)))
            Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);

        Assert.Equal("basic", await PlanAsync());
        Assert.Equal(250_000 + 10_000_000, await node.SpendableAsync(account));
        Assert.DoesNotContain("sara-plan@", (await layla.OpenAsync("/admin/users?paid=yes")).Body!.TextContent, StringComparison.Ordinal);
        clocked.Clock.Turn(TimeSpan.FromDays(63));
        await node.CreditsAsync(account, _ => Task.FromResult(true));

        Assert.Equal("free", await PlanAsync());
        Assert.Equal(250_000, await node.SpendableAsync(account));

        Task<string> PlanAsync() => node.AskAsync(db => db.Allowances.Where(a => a.AccountId == account).Select(a => a.PlanKey).SingleAsync());
    }

    [Theory]
    [InlineData("platinum", "1")]
    [InlineData("guest", "1")]
    [InlineData("basic", "0")]
    [InlineData("basic", "13")]
    [InlineData("basic", "")]
    public async Task A_plan_that_there_is_not_or_for_no_time_is_refused(string plan, string months)
    {
        var (sara, _) = await PersonAsync();

        Assert.Equal(HttpStatusCode.OK, await ActAsync(sara, "plan", ("Input.Plan", plan), ("Input.Months", months)));
        Assert.Equal("free", await app.AskAsync(db => db.Allowances.Where(a => db.Accounts.Any(x => x.Id == a.AccountId && x.OwnerId == sara)).Select(a => a.PlanKey).SingleAsync()));
    }

    [Fact]
    public async Task A_refill_is_set_and_ended()
    {
        var (sara, account) = await PersonAsync();

        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, "refill", ("Input.Way", "On"), ("Input.Amount", "5000"), ("Input.Count", "2"), ("Input.Unit", "Week")));
        var schedule = await app.AskAsync(db => db.RefillSchedules.AsNoTracking().SingleAsync(s => s.AccountId == account));
        Assert.Equal((5_000, new Interval(2, IntervalUnit.Week)), (schedule.Amount, schedule.Every));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(sara, "refill", ("Input.Way", "On"), ("Input.Amount", "5"), ("Input.Count", "0"), ("Input.Unit", "Week")));
        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, "refill", ("Input.Way", "Off")));

        Assert.False(await app.AskAsync(db => db.RefillSchedules.AnyAsync(s => s.AccountId == account)));
        Assert.Equal(("5,000 credits every 2 weeks", null), await LastAsync(sara, AuditAction.RefillChanged));
    }

    [Fact]
    public async Task Whoever_is_suspended_is_out_and_told_and_comes_back()
    {
        var email = $"sara-{Guid.NewGuid():N}@example.com";
        var sara = await app.AddUserAsync(email);
        var visitor = app.Visit();
        await visitor.SignInAsync(email, People.Password);

        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, "suspension"));
        Assert.NotEqual(HttpStatusCode.OK, await visitor.StatusAsync("/dashboard"));
        Assert.Equal(1, await app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == email && m.Kind == MailKind.AccountSuspended)));
        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, "suspension"));

        Assert.Equal(HttpStatusCode.Redirect, await visitor.SignInAsync(email, People.Password));
        Assert.Equal(1, await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.SubjectId == $"{sara}" && e.Action == AuditAction.UserRestored)));
    }

    [Fact]
    public async Task The_last_admin_neither_demotes_nor_suspends_nor_deletes_himself()
    {
        using var fresh = new TestApp();
        var (layla, id) = (await LaylaAsync(fresh), await LaylasIdAsync(fresh));

        foreach (var (act, field) in new[] { ("role", ("Input.Role", "user")), ("suspension", ("x", "")), ("deletion", ("x", "")) })
        {
            using var response = await layla.SubmitAsync($"/admin/users/{id}/{act}", $"/admin/users/{id}/{act}", field, ("Act.Reason", Why));
            Assert.Equal((act, HttpStatusCode.Conflict), (act, response.StatusCode));
            Assert.Contains("last admin", (await Visitor.PageAsync(response)).Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, await layla.StatusAsync("/admin"));
    }

    [Fact]
    public async Task A_role_is_changed_and_ends_the_sessions_that_carry_the_old_one()
    {
        var name = $"sara-{Guid.NewGuid():N}";
        var sara = await app.SignedInAsync(name);
        var id = await app.AskAsync(db => db.Users.Where(u => u.Email == $"{name}@example.com").Select(u => u.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(id, "role", ("Input.Role", Roles.Support)));

        Assert.NotEqual(HttpStatusCode.OK, await sara.StatusAsync("/dashboard"));
        await sara.SignInAsync($"{name}@example.com", People.Password);
        Assert.Equal(HttpStatusCode.OK, await sara.StatusAsync("/admin/users"));
        Assert.Equal((null, "support"), await LastAsync(id, AuditAction.RoleChanged));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(id, "role", ("Input.Role", "king")));
    }

    [Fact]
    public async Task The_confirmation_is_sent_again_by_support_to_whoever_waits_for_it()
    {
        var (sara, _) = await PersonAsync();
        await app.AskAsync(db => db.Users.Where(u => u.Id == sara).ExecuteUpdateAsync(u => u.SetProperty(x => x.EmailConfirmed, false)));
        var nadia = await app.SignedInAsync($"nadia-{Guid.NewGuid():N}", Roles.Support);
        var path = $"/admin/users/{sara}/confirmation";

        using (var sent = await nadia.SubmitAsync(path, path, ("Act.Reason", Why))) Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        var email = await app.AskAsync(db => db.Users.Where(u => u.Id == sara).Select(u => u.Email).SingleAsync());
        Assert.Equal(1, await app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == email && m.Kind == MailKind.ConfirmAddress)));
        Assert.Equal((null, null), await LastAsync(sara, AuditAction.ConfirmationSent));
        await app.AskAsync(db => db.Users.Where(u => u.Id == sara).ExecuteUpdateAsync(u => u.SetProperty(x => x.EmailConfirmed, true)));
        Assert.Empty((await nadia.OpenAsync(path)).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task An_account_is_deleted_as_its_person_would()
    {
        var (sara, account) = await PersonAsync(credits: 1_000);
        Assert.Contains("1,000", (await (await LaylaAsync()).OpenAsync($"/admin/users/{sara}/deletion")).QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, await ActAsync(sara, "deletion"));

        var left = await app.AskAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == sara));
        Assert.True(left is { DeletedAt: not null, Email: null, Name: "", NameKey: "" });
        var entry = await app.AskAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.SubjectId == $"{sara}" && e.Action == AuditAction.AccountDeleted));
        Assert.NotEqual(sara, entry.ActorId);
        foreach (var act in new[] { "balance", "plan", "role", "deletion" }) Assert.Equal(HttpStatusCode.NotFound, await (await LaylaAsync()).StatusAsync($"/admin/users/{sara}/{act}"));
        Assert.Equal(HttpStatusCode.OK, await (await LaylaAsync()).StatusAsync($"/admin/users/{sara}"));
        Assert.NotEqual(Guid.Empty, account);
    }

    [Fact]
    public async Task Notes_are_written_shown_and_removed_by_support_and_handed_out_to_their_person()
    {
        var (sara, _) = await PersonAsync();
        var nadia = await app.SignedInAsync($"nadia-{Guid.NewGuid():N}", Roles.Support);
        var path = $"/admin/users/{sara}/notes";

        using (var written = await nadia.SubmitAsync(path, path, ("Input.Text", "Prefers <b>mail</b>."))) Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        using (var empty = await nadia.SubmitAsync(path, path, ("Input.Text", " "))) Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
        Assert.Equal("Prefers <b>mail</b>.", (await nadia.OpenAsync(path)).QuerySelector(".log .log-reason")!.TextContent);
        Assert.DoesNotContain("Prefers", await app.AskAsync(async db => string.Join('|', await db.AuditEntries.Select(e => e.After).ToListAsync())), StringComparison.Ordinal);

        var note = await app.AskAsync(db => db.PersonNotes.Where(n => n.PersonId == sara).Select(n => n.Id).SingleAsync());
        var (other, _) = await PersonAsync();
        using (var wrong = await nadia.SubmitAsync(await nadia.OpenAsync(path), path, $"{path}?handler=Removal", ("note", $"{Guid.NewGuid()}"))) Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        using (var gone = await nadia.SubmitAsync(path, $"{path}?handler=Removal", ("note", $"{note}"))) Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.False(await app.AskAsync(db => db.PersonNotes.AnyAsync(n => n.PersonId == sara || n.PersonId == other)));
    }

    private async Task<(Guid Id, Guid AccountId)> PersonAsync(long credits = 0)
    {
        var id = await app.AddUserAsync($"sara-{Guid.NewGuid():N}@example.com");
        var account = await app.AccountOfAsync(id);
        if (credits > 0) await app.CreditsAsync(account, c => c.GrantAsync(new GrantOrder(GrantSource.Admin, Wallets.NewKey(), credits), default));
        return (id, account);
    }

    private async Task<HttpStatusCode> ActAsync(Guid id, string act, params (string Name, string Value)[] filled)
    {
        var (layla, path) = (await LaylaAsync(), $"/admin/users/{id}/{act}");
        if (filled.All(f => f.Name != "Act.Reason")) filled = [.. filled, ("Act.Reason", Why)];
        if (act == "plan" && filled.All(f => f.Name != "Input.Months")) filled = [.. filled, ("Input.Months", "1")];
        if (act == "refill" && filled.All(f => f.Name != "Input.Count")) filled = [.. filled, ("Input.Count", "1")];
        using var response = await layla.SubmitAsync(path, path, filled);
        return response.StatusCode;
    }

    private Task<UsageLimit?> LimitAsync(Guid user) => app.AskAsync(db => db.UsageLimits.AsNoTracking().SingleOrDefaultAsync(l => l.UserId == user && l.SetBy == LimitSetter.Admin));

    /// <summary>Before and after, with the reason beside them.</summary>
    private Task<(string? Before, string? After)> LastAsync(Guid person, AuditAction action) => app.AskAsync(async db =>
    {
        var entry = await db.AuditEntries.AsNoTracking().Where(e => e.SubjectId == $"{person}" && e.Action == action).OrderByDescending(e => e.Seq).FirstAsync();
        Assert.Equal(Why, await db.AuditNotes.Where(n => n.Seq == entry.Seq && n.PersonId == person).Select(n => n.Reason).SingleAsync());
        Assert.Equal(AuditActorKind.User, entry.ActorKind);
        return (entry.Before, entry.After);
    });

    private async Task<Visitor> LaylaAsync(WebApplicationFactory<Program>? at = null)
    {
        var layla = (at ?? app).Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }

    private static Task<Guid> LaylasIdAsync(TestApp app) => app.AskAsync(db => db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync());
}
