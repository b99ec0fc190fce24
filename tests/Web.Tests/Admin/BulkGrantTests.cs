using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Admin;

public sealed class BulkGrantTests : IDisposable
{
    private const string Page = "/admin/grants/new";

    private readonly TestApp _app = new();

    [Fact]
    public async Task Everybody_on_a_list_is_given_it_once_however_often_it_is_run()
    {
        var accounts = new List<Guid>();
        foreach (var name in new[] { "sara", "omar", "nadia" }) accounts.Add(await _app.AccountOfAsync(await _app.AddUserAsync($"{name}@example.com")));
        await _app.AddUserAsync("passed-over@example.com");
        var layla = await LaylaAsync();

        var preview = await SendAsync(layla, Page, null, ("Input.Addresses", "SARA@example.com, omar@example.com\nnadia@example.com;nobody@example.com sara@example.com"), ("Input.Amount", "1,500"), ("look", "true"));
        var said = preview.QuerySelector("#preview")!.TextContent;
        Assert.All(["3", "1,500", "4,500", "nobody@example.com"], part => Assert.Contains(part, said, StringComparison.Ordinal));
        Assert.Equal(0, await _app.AskAsync(db => db.BulkGrants.CountAsync()));

        using var response = await layla.SubmitAsync(preview, Page, Page, ("Input.Addresses", "sara@example.com, omar@example.com\nnadia@example.com"), ("Input.Amount", "1500"), ("Input.Reason", "Sorry for yesterday."));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var id = Guid.Parse(response.Headers.Location!.ToString().Split('/')[^1]);
        await DoneAsync(id);
        await _app.AskAsync(db => db.BulkGrants.ExecuteUpdateAsync(g => g.SetProperty(x => x.DoneAt, (DateTime?)null)));
        await _app.AskAsync(db => db.BulkGrantPeople.ExecuteUpdateAsync(p => p.SetProperty(x => x.DoneAt, (DateTime?)null)));
        await _app.InScopeAsync(async s =>
        {
            await s.GetRequiredService<BulkGranting>().GiveAsync(id, default);
            return true;
        });

        foreach (var account in accounts) Assert.Equal(1_500, await _app.SpendableAsync(account));
        Assert.Equal((3, 0), await _app.AskAsync(db => db.BulkGrants.Select(g => ValueTuple.Create(g.Given, g.Passed)).SingleAsync()));
        Assert.Equal(3, await _app.AskAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.CreditsGranted && e.ActorKind == AuditActorKind.User)));
        Assert.Equal("1500 x 3", await _app.AskAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.BulkGrantOrdered).Select(e => e.After).SingleAsync()));
        var page = (await layla.OpenAsync($"/admin/grants/{id}")).Body!.TextContent;
        Assert.Contains("Sorry for yesterday.", page, StringComparison.Ordinal);
        Assert.All(await _app.InScopeAsync(s => s.GetRequiredService<LedgerAudit>().RunAsync(default)), finding => Assert.True(finding.IsWhole, finding.Name));
    }

    [Fact]
    public async Task A_selection_is_given_it_until_a_day()
    {
        var (sara, omar) = (await _app.AccountOfAsync(await _app.AddUserAsync("team-sara@example.com")), await _app.AccountOfAsync(await _app.AddUserAsync("omar@example.com")));
        var layla = await LaylaAsync();
        const string path = $"{Page}?q=team-";
        (string, string)[] typed = [("Input.Amount", "70"), ("Input.Until", $"{DateTime.UtcNow.AddDays(3):yyyy-MM-dd}")];

        var preview = await SendAsync(layla, path, null, [.. typed, ("look", "true")]);
        using var response = await layla.SubmitAsync(preview, path, path, [.. typed, ("Input.Reason", "A gift.")]);
        await DoneAsync(Guid.Parse(response.Headers.Location!.ToString().Split('/')[^1]));

        Assert.Equal((70, 0), (await _app.SpendableAsync(sara), await _app.SpendableAsync(omar)));
        Assert.NotNull(await _app.AskAsync(db => db.CreditGrants.Where(g => g.AccountId == sara).Select(g => g.ExpiresAt).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_is_given_to_more_people_than_were_shown()
    {
        await _app.AddUserAsync("team-sara@example.com");
        var layla = await LaylaAsync();
        const string path = $"{Page}?q=team-";
        var preview = await SendAsync(layla, path, null, ("Input.Amount", "70"), ("look", "true"));
        await _app.AddUserAsync("team-omar@example.com");

        using var response = await layla.SubmitAsync(preview, path, path, ("Input.Amount", "70"), ("Input.Reason", "A gift."));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var again = await Visitor.PageAsync(response);
        Assert.Contains("not as many as you saw", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", again.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value"));
        Assert.Equal(0, await _app.AskAsync(db => db.BulkGrants.CountAsync()));
    }

    [Theory]
    [InlineData("Input.Amount", "0")]
    [InlineData("Input.Amount", "1000000001")]
    [InlineData("Input.Amount", "lots")]
    [InlineData("Input.Until", "2020-01-01")]
    [InlineData("Input.Until", "tomorrow")]
    [InlineData("Input.Reason", "")]
    [InlineData("Input.Addresses", "nobody@example.com")]
    public async Task What_makes_no_sense_is_refused_with_the_reason(string field, string value)
    {
        var page = await SendAsync(await LaylaAsync(), Page, (field, value), ("Input.Amount", "5"), ("look", "true"));

        Assert.NotEmpty(page.QuerySelectorAll($"[name='{field}'][aria-invalid=true]"));
        Assert.Equal(0, await _app.AskAsync(db => db.BulkGrants.CountAsync()));
    }

    public void Dispose() => _app.Dispose();

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> SendAsync(Visitor layla, string path, (string Name, string Value)? last, params (string Name, string Value)[] typed)
    {
        var filled = typed.Append(("Input.Reason", "Sorry for yesterday.")).Where(t => t.Item1 != last?.Name).ToList();
        if (last is { } odd) filled.Add(odd);
        using var response = await layla.SubmitAsync(path, path, [.. filled]);
        return await Visitor.PageAsync(response);
    }

    private async Task DoneAsync(Guid id)
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await _app.AskAsync(db => db.BulkGrants.AnyAsync(g => g.Id == id && g.DoneAt != null))) await Task.Delay(20, tooLate.Token);
    }

    private async Task<Visitor> LaylaAsync()
    {
        var layla = _app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }
}
