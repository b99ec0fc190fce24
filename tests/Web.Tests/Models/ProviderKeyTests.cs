using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Tests.Chats;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Models;

/// <summary>Providers' keys as admins keep them.</summary>
public sealed class ProviderKeyTests : IAsyncLifetime, IDisposable
{
    private const string First = "sk-canary-first-of-all-1aaa";
    private const string Second = "sk-canary-second-of-all-2bbb";

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
    public async Task A_good_key_is_asked_on_every_node_within_three_seconds_and_only_its_end_is_shown()
    {
        var other = _app.Node();
        _ = other.Services;

        var page = await _layla.GiveGoodKeyAsync(First);

        var shown = (await _layla.OpenAsync(page)).Text();
        Assert.Contains("…1aaa", shown, StringComparison.Ordinal);
        Assert.Contains("In use", shown, StringComparison.Ordinal);
        Assert.Equal("Hi", (await _app.AskModelAsync()).Text);
        using var threeSeconds = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        while ((await other.AskModelAsync()).Pieces.OfType<AnswerPiece.From>().FirstOrDefault()?.KeyId != Keyrings.IdOf(page)) await Task.Delay(50, threeSeconds.Token);
        Assert.Equal($"Bearer {First}", _server.Asked[^1].Headers["Authorization"]);
        var entry = await EntryAsync(AuditAction.ProviderKeyAdded);
        Assert.Equal(("OpenAI Main …1aaa, weight 1", (Guid?)null), (entry.After, (await _app.AskAsync(db => db.AuditNotes.SingleOrDefaultAsync(n => n.Seq == entry.Seq)))?.PersonId));
    }

    [Fact]
    public async Task A_key_that_fails_its_test_is_kept_paused_with_the_reason_and_stays_so()
    {
        using var given = await _layla.GiveKeyAsync(KeysApp.Bad);
        var page = given.Headers.Location!.OriginalString;

        var told = (await _layla.OpenAsync(page)).Text();

        Assert.Contains("saved, but paused", told, StringComparison.Ordinal);
        Assert.NotNull((await _app.KeyAsync(page)).PausedAt);
        Assert.Contains("stays paused", (await _layla.PressAsync(page, $"{page}/resumption")).Text(), StringComparison.Ordinal);
        Assert.NotNull((await _app.KeyAsync(page)).PausedAt);
        var asked = _server.Asked.Count;
        Assert.Equal(ProviderFault.NotConnected, (await _app.AskModelAsync()).Fault!.Fault);
        Assert.Equal(asked, _server.Asked.Count);
        Assert.False(await _app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.ProviderKeyResumed)));
    }

    [Fact]
    public async Task A_test_says_how_the_key_does_and_is_written_down()
    {
        var page = await _layla.GiveGoodKeyAsync(First);

        Assert.Contains("takes the key", (await _layla.PressAsync(page, $"{page}/test")).Text(), StringComparison.Ordinal);

        _server.Wellbeing = 401;
        Assert.Contains("The test failed", (await _layla.PressAsync(page, $"{page}/test")).Text(), StringComparison.Ordinal);
        Assert.Contains("Last failure", (await _layla.OpenAsync("/admin/providers")).Text(), StringComparison.Ordinal);
        Assert.Equal(["good", "KeyRefused"], await _app.AskAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.ProviderKeyTested).OrderBy(e => e.Seq).Select(e => e.After!).ToListAsync()));
    }

    [Fact]
    public async Task What_is_asked_with_a_key_is_counted_by_it_and_its_limit_holds_on_every_node()
    {
        var page = await _layla.GiveGoodKeyAsync(First, ("Input.DayRequests", "1"));
        var other = _app.Node();
        _ = other.Services;
        var (sara, account) = await _app.BuyerAsync("sara", Sara.Plenty);

        var answer = await _app.AnswerAsync(await sara.AskAsync());

        var cost = (await _app.RecordsAsync(account)).Single(r => r.Credits == answer.Credits).Cost;
        var days = await _app.AskAsync(db => db.ProviderKeyDays.Where(d => d.KeyId == Keyrings.IdOf(page)).ToListAsync());
        Assert.True(days.Sum(d => d.Requests) >= 1);
        Assert.True(days.Sum(d => d.Cost) >= cost && cost > 0);
        Assert.Equal(ProviderFault.NotConnected, (await other.AskModelAsync()).Fault!.Fault);
        Assert.Contains("At its limit", (await _layla.OpenAsync(page)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_takes_the_place_of_an_old_one_which_only_helps_out_until_its_end()
    {
        var old = await _layla.GiveGoodKeyAsync(First);

        using var rotated = await _layla.SubmitAsync($"{old}/rotation", $"{old}/rotation", ("Input.Key", Second), ("Hours", "24"));
        var fresh = rotated.Headers.Location!.OriginalString;

        for (var i = 0; i < 3; i++) Assert.Equal(Keyrings.IdOf(fresh), (await _app.AskModelAsync()).Pieces.OfType<AnswerPiece.From>().Single().KeyId);
        await _layla.PressAsync($"{fresh}/pause", $"{fresh}/pause", ("Input.Reason", "It leaked."));
        Assert.Equal(Keyrings.IdOf(old), (await _app.AskModelAsync()).Pieces.OfType<AnswerPiece.From>().Single().KeyId);
        Assert.InRange((await _app.KeyAsync(old)).EndsAt!.Value, DateTime.UtcNow.AddHours(23), DateTime.UtcNow.AddHours(25));
        Assert.Contains("Being replaced", (await _layla.OpenAsync(old)).Text(), StringComparison.Ordinal);
        Assert.Contains("…2bbb", (await EntryAsync(AuditAction.ProviderKeyRotated)).After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotation_to_a_bad_key_leaves_the_old_one_as_it_was()
    {
        var old = await _layla.GiveGoodKeyAsync(First);

        using var rotated = await _layla.SubmitAsync($"{old}/rotation", $"{old}/rotation", ("Input.Key", KeysApp.Bad), ("Hours", "0"));

        Assert.NotNull((await _app.KeyAsync(rotated.Headers.Location!.OriginalString)).PausedAt);
        Assert.Null((await _app.KeyAsync(old)).EndsAt);
        Assert.Equal("Hi", (await _app.AskModelAsync()).Text);
    }

    [Fact]
    public async Task A_key_that_is_removed_is_gone_and_what_it_was_used_for_stays()
    {
        var page = await _layla.GiveGoodKeyAsync(First);

        await _layla.PressAsync($"{page}/removal", $"{page}/removal", ("Input.Reason", "No longer needed."));

        Assert.Equal(HttpStatusCode.NotFound, await _layla.StatusAsync(page));
        Assert.Empty((await _app.KeyAsync(page)).SealedKey);
        Assert.DoesNotContain((await _app.AskModelAsync()).Pieces, p => p is AnswerPiece.From);
        var entry = await EntryAsync(AuditAction.ProviderKeyRemoved);
        Assert.Equal("No longer needed.", await _app.AskAsync(db => db.AuditNotes.Where(n => n.Seq == entry.Seq).Select(n => n.Reason).SingleAsync()));
    }

    [Fact]
    public async Task Operations_see_how_keys_do_and_may_pause_one_but_no_more()
    {
        var page = await _layla.GiveGoodKeyAsync(First);
        var ops = await _app.SignedInAsync("nightshift", Roles.Ops);

        Assert.Contains("Main", (await ops.OpenAsync("/admin/providers")).Text(), StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [await ops.StatusAsync(page), await ops.StatusAsync("/admin/providers/new"), await ops.StatusAsync($"{page}/rotation")]);
        await ops.PressAsync($"{page}/pause", $"{page}/pause", ("Input.Reason", "It answers nonsense."));

        Assert.NotNull((await _app.KeyAsync(page)).PausedAt);
        Assert.Equal(("OpenAI Main …1aaa, weight 1", "OpenAI Main …1aaa, weight 1, paused"), await BeforeAndAfterAsync(AuditAction.ProviderKeyPaused));
        Assert.Contains("in use again", (await _layla.PressAsync(page, $"{page}/resumption")).Text(), StringComparison.Ordinal);
        Assert.Equal("Hi", (await _app.AskModelAsync()).Text);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _app.Dispose();

    private Task<AuditEntry> EntryAsync(AuditAction action) => _app.AskAsync(db => db.AuditEntries.OrderBy(e => e.Seq).LastAsync(e => e.Action == action));

    private async Task<(string? Before, string? After)> BeforeAndAfterAsync(AuditAction action) => await EntryAsync(action) is var entry ? (entry.Before, entry.After) : default;
}
