using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Models;

namespace SaaSChat.Web.Tests.Models;

/// <summary>What is refused of providers' keys, and whom they are never sent to.</summary>
public sealed class RefusedKeyTests : IAsyncLifetime, IDisposable
{
    private const string First = "sk-canary-first-of-all-1aaa";

    private ModelServer _server = null!;
    private KeysApp _app = null!;
    private Visitor _layla = null!;

    public async Task InitializeAsync()
    {
        _server = await ModelServer.StartAsync(KeysApp.Choose);
        _app = new KeysApp(_server);
        _layla = await _app.LaylaAsync();
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_what_is_there_now()
    {
        var page = await _layla.GiveGoodKeyAsync(First);
        var open = await _layla.OpenAsync(page);
        using var first = await _layla.SubmitAsync(page, page, ("Input.Label", "Spare"), ("Input.Weight", "5"), ("Input.MonthCost", "12.50"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await _layla.SubmitAsync(open, page, page, ("Input.Label", "Other"), ("Input.Weight", "2"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Spare", (await Visitor.PageAsync(second)).GetElementById("theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Spare", 5, 12_500_000_000_000L), await _app.AskAsync(db => db.ProviderKeys.Select(k => ValueTuple.Create(k.Label, k.Weight, k.MonthCost!.Value)).SingleAsync()));
        Assert.Equal("OpenAI Spare …1aaa, weight 5, limits / requests / tokens /12.5 USD", await _app.AskAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.ProviderKeyChanged).Select(e => e.After).SingleAsync()));
    }

    [Theory]
    [InlineData("Input.Key", "two words")]
    [InlineData("Input.Key", "")]
    [InlineData("Input.Key", "مفتاح")]
    [InlineData("Input.Provider", "Nobody")]
    [InlineData("Input.Provider", "Azure")]
    [InlineData("Input.Label", "")]
    [InlineData("Input.Weight", "0")]
    [InlineData("Input.Weight", "101")]
    [InlineData("Input.DayRequests", "-1")]
    [InlineData("Input.DayCost", "0.0000000000001")]
    [InlineData("Input.MonthCost", "99999999999999999999999")]
    public async Task What_makes_no_sense_is_refused_beside_its_field_and_asks_nobody(string field, string typed)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Provider"] = "OpenAI", ["Input.Key"] = First, ["Input.Label"] = "Main", ["Input.Weight"] = "1", [field] = typed };

        using var refused = await _layla.SubmitAsync("/admin/providers/new", "/admin/providers/new", [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector($"[name='{field}'][aria-invalid=true]"));
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task The_same_key_is_not_kept_twice()
    {
        await _layla.GiveGoodKeyAsync(First);

        using var twice = await _layla.GiveKeyAsync(First);

        Assert.NotNull((await Visitor.PageAsync(twice)).QuerySelector("[data-summary]"));
        Assert.Equal(1, await _app.AskAsync(db => db.ProviderKeys.CountAsync()));
    }

    [Fact]
    public async Task A_key_is_sent_to_nobody_but_the_host_it_was_given_for()
    {
        var page = await _layla.GiveGoodKeyAsync(First);
        await using var elsewhere = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Give it to me"));
        var moved = _app.Node(("Providers:OpenAI:BaseUrl", elsewhere.Address));

        await moved.AskModelAsync();

        Assert.DoesNotContain(elsewhere.Asked, a => a.Headers.Values.Any(v => v.Contains(First, StringComparison.Ordinal)));
        var layla = moved.Visit();
        await layla.SignInAsAdminAsync();
        Assert.Contains("Given for another address", (await layla.OpenAsync(page)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_the_configuration_works_on_is_shown_and_counted_and_cannot_be_altered()
    {
        await using var app = new KeysApp(_server, ("Providers:OpenAI:ApiKey", "sk-canary-of-the-configuration"));
        var layla = await app.LaylaAsync();

        var key = (await app.AskModelAsync()).Pieces.OfType<AnswerPiece.From>().Single().KeyId;

        var page = await layla.OpenAsync("/admin/providers");
        Assert.Contains("From the configuration", page.Text(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href*='{key}']"));
        Assert.Equal(HttpStatusCode.NotFound, await layla.StatusAsync($"/admin/providers/{key}"));
        Assert.DoesNotContain("sk-canary", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _app.Dispose();
}
