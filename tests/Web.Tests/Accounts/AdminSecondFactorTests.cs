using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Web.Tests.Security;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class AdminSecondFactorTests : IDisposable
{
    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    private readonly ClockedApp _app = new();

    [Fact]
    public async Task An_admin_with_a_password_alone_reaches_no_route_of_the_administration()
    {
        using var node = _app.Node(("Accounts:AdminSecondFactor", "true"), ("RateLimits:Enabled", "false"));
        var layla = node.Visit();
        await layla.SignInAsAdminAsync();
        var reached = new List<string>();

        foreach (var endpoint in Security.Endpoints.Of(node).Where(e => e.IsForAdmins()))
        {
            foreach (var verb in Verbs.Where(endpoint.Takes))
            {
                using var answer = await layla.Client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), endpoint.SampleAddress()));
                var isLed = verb == "GET" ? answer.Headers.Location?.ToString() == "/account/security" : answer.StatusCode == HttpStatusCode.Forbidden;
                if (!isLed) reached.Add($"{verb} {endpoint.Name()}: {answer.StatusCode}");
            }
        }

        Assert.Empty(reached);
    }

    [Fact]
    public async Task Whoever_the_operator_added_signs_in_sets_up_the_app_and_is_in()
    {
        using var node = Strict();
        await node.AddUserAsync("layla@example.com", Roles.Admin);
        var layla = node.Visit();
        await layla.SignInAsync("layla@example.com", People.Password);
        Assert.Contains("opens only with a second factor", (await layla.OpenAsync("/account/security")).Body!.TextContent, StringComparison.Ordinal);

        await _app.EnrolAsync(layla);

        Assert.Equal(HttpStatusCode.OK, await layla.StatusAsync("/admin"));
    }

    [Fact]
    public async Task A_code_at_sign_in_opens_the_administration_and_switching_off_closes_it()
    {
        using var node = Strict();
        await node.AddUserAsync("layla@example.com", Roles.Admin);
        var layla = node.Visit();
        await layla.SignInAsync("layla@example.com", People.Password);
        var (phone, _) = await _app.EnrolAsync(layla);
        _app.Clock.Turn(TimeSpan.FromSeconds(30));
        var desk = node.Visit();
        await desk.SignInAsync("layla@example.com", People.Password);
        Assert.True(await desk.GiveCodeAsync(phone.Code()));
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync("/admin"));

        using var off = await desk.SubmitAsync("/account/security/authenticator", "/account/security/authenticator?handler=Off");

        Assert.Equal(HttpStatusCode.Redirect, await desk.StatusAsync("/admin"));
    }

    [Fact]
    public async Task A_passkey_opens_the_administration()
    {
        using var node = Strict();
        using var key = new SoftKey();
        await node.AddUserAsync("layla@example.com", Roles.Admin);
        var layla = node.Visit().FromOurPages();
        await layla.SignInAsync("layla@example.com", People.Password);
        using var added = await layla.AddAsync(key);

        var phone = node.Visit().FromOurPages();
        Assert.True(await phone.SignInWithAsync(key));

        Assert.Equal(HttpStatusCode.OK, await phone.StatusAsync("/admin"));
    }

    [Fact]
    public async Task An_admin_may_switch_the_rule_while_the_site_runs()
    {
        var layla = _app.Visit();
        await layla.SignInAsAdminAsync();
        Assert.Equal(HttpStatusCode.OK, await layla.StatusAsync("/admin"));

        Assert.Null(await _app.InScopeAsync(services => services.GetRequiredService<SettingChange>()
            .SetAsync("Accounts:AdminSecondFactor", "true", AuditActor.Operator, "a test", null, CancellationToken.None)));
        await _app.Services.GetRequiredService<StoredSettings>().LoadAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.Redirect, await layla.StatusAsync("/admin"));
    }

    [Fact]
    public void Production_asks_for_it_and_development_does_not()
    {
        using var production = _app.Production();

        Assert.True(production.Services.GetRequiredService<IOptionsMonitor<AccountOptions>>().CurrentValue.AdminSecondFactor);
        Assert.False(_app.Services.GetRequiredService<IOptionsMonitor<AccountOptions>>().CurrentValue.AdminSecondFactor);
    }

    public void Dispose() => _app.Dispose();

    private WebApplicationFactory<Program> Strict() => _app.Node(("Accounts:AdminSecondFactor", "true"));
}
