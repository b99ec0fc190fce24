using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Security;

namespace SaaSChat.Web.Tests.Security;

public sealed class BanTests : IDisposable
{
    private const string Attacker = "203.0.113.7";
    private static readonly Offender AttackersAddress = Offender.At(NetworkAddress.Parse(Attacker)!.Value);

    private readonly TestApp _app = new();

    [Fact]
    public async Task Failed_sign_ins_end_in_a_ban_of_the_address_that_says_until_when()
    {
        using var node = _app.Node(("Violations:Threshold", "15"));

        await FailAsync(node.Visit(from: Attacker), times: 3);

        using var refused = await node.Visit(from: Attacker).Client.GetAsync("/en");
        var page = await Visitor.PageAsync(refused);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal(["en", "ar"], page.QuerySelectorAll("section").Select(s => s.GetAttribute("lang")!));
        Assert.DoesNotContain("{0}", page.Body!.TextContent, StringComparison.Ordinal);
        SecurityHeaders.AssertOn(refused);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(node.Visit()));
    }

    [Fact]
    public async Task The_ban_is_saved_and_logged_without_the_address()
    {
        using var node = _app.Node(("Violations:Threshold", "5"));

        await FailAsync(node.Visit(from: Attacker), times: 1);

        var ban = await SavedAsync();
        var entry = await _app.AskAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.BanPlaced));
        Assert.Equal((BanSubject.Address, Attacker), (ban.Kind, ban.Subject));
        Assert.Equal((ban.Id.ToString(), AuditActorKind.System), (entry.SubjectId, entry.ActorKind));
        Assert.DoesNotContain(Attacker, entry.Before + entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_node_enforces_it_within_three_seconds_and_a_new_one_at_once()
    {
        using var other = _app.Node();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other.Visit(from: Attacker)));

        await PlaceAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(_app.Visit(from: Attacker)));
        using var later = _app.Node();
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(later.Visit(from: Attacker)));
        await UntilAsync(async () => await StatusAsync(other.Visit(from: Attacker)) == HttpStatusCode.Forbidden, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Each_further_ban_of_the_same_address_lasts_twice_as_long()
    {
        var first = await PlaceAsync();
        Assert.Null(await TryPlaceAsync());
        await LiftAsync(first);

        var second = await PlaceAsync();

        Assert.Equal(TimeSpan.FromMinutes(15), first.Until - first.PlacedAt);
        Assert.Equal(TimeSpan.FromMinutes(30), second.Until - second.PlacedAt);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.1.2.3")]
    public async Task This_machine_and_a_known_proxy_are_never_banned(string address)
    {
        using var node = _app.Node(("Violations:Threshold", "5"), ("Proxy:Known", "10.1.2.3"));

        await FailAsync(node.Visit(from: address), times: 2);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(node.Visit(from: address)));
    }

    [Fact]
    public async Task Nobody_is_banned_for_what_somebody_else_says_they_did()
    {
        using var node = _app.Node(("Violations:Threshold", "5"));
        var attacker = node.Visit(from: Attacker);
        attacker.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");

        await FailAsync(attacker, times: 1);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(node.Visit(from: "192.0.2.1")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(attacker));
    }

    [Fact]
    public async Task A_user_who_forges_forms_is_banned_wherever_they_go()
    {
        using var node = _app.Node(("Violations:Threshold", "5"), ("Violations:NeverBanned", "0.0.0.0/0"));
        var sara = await node.SignedInAsync("sara");

        using var forged = await sara.Client.PostAsync("/preferences/theme", new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark")]));
        sara.MoveTo(Addresses.Fresh());

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(sara));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(node.Visit()));
    }

    [Fact]
    public async Task An_admin_is_not_banned_by_machine()
    {
        using var node = _app.Node(("Violations:Threshold", "5"), ("Violations:NeverBanned", "0.0.0.0/0"));
        var layla = node.Visit();
        await layla.SignInAsAdminAsync();

        using var forged = await layla.Client.PostAsync("/account/sign-out", null);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(layla));
    }

    [Fact]
    public async Task Refused_requests_count_too()
    {
        using var node = _app.Node(("Violations:Threshold", "2"), ("RateLimits:Address:Permits", "1"));
        var hasty = node.Visit();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++) answers.Add(await StatusAsync(hasty));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.Forbidden], answers);
    }

    [Fact]
    public async Task Switched_off_nobody_is_banned_and_bans_do_not_hold()
    {
        await PlaceAsync();
        using var node = _app.Node(("Violations:Enabled", "false"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(node.Visit(from: Attacker)));
    }

    public void Dispose() => _app.Dispose();

    private static async Task FailAsync(Visitor visitor, int times)
    {
        for (var i = 0; i < times; i++) await visitor.SignInAsync($"nobody{i}@example.com", "not the password");
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor)
    {
        using var response = await visitor.Client.GetAsync("/en");
        return response.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan patience)
    {
        using var tooLate = new CancellationTokenSource(patience);
        while (!await condition()) await Task.Delay(50, tooLate.Token);
    }

    private async Task<Ban> SavedAsync()
    {
        await UntilAsync(() => _app.AskAsync(db => db.Bans.AnyAsync()), TimeSpan.FromSeconds(5));
        return await _app.AskAsync(db => db.Bans.SingleAsync());
    }

    private Task<Ban?> TryPlaceAsync() => _app.InScopeAsync(services =>
        services.GetRequiredService<BanRegister>().PlaceAsync(AttackersAddress, 100, CancellationToken.None));

    private async Task<Ban> PlaceAsync() => (await TryPlaceAsync())!;

    private async Task LiftAsync(Ban ban) => Assert.True(await _app.InScopeAsync(services =>
        services.GetRequiredService<BanRegister>().LiftAsync(ban.Id, AuditActor.Operator, "a test", CancellationToken.None)));
}
