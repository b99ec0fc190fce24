using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Tests.Maintenance;

public sealed class MaintenanceModeTests : IDisposable
{
    private readonly TestApp _app = new();

    [Theory]
    [InlineData("/en")]
    [InlineData("/ar")]
    [InlineData("/")]
    [InlineData("/dashboard")]
    [InlineData("/admin")]
    [InlineData("/no-such-page")]
    public async Task Everybody_is_told_when_to_come_back(string path)
    {
        await SwitchOnAsync();

        using var response = await _app.Visit().Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(2), response.Headers.RetryAfter!.Delta);
        Assert.NotNull((await Visitor.PageAsync(response)).QuerySelector("h1"));
    }

    [Fact]
    public async Task An_admin_signs_in_and_sees_the_site_under_a_banner()
    {
        await SwitchOnAsync();
        var layla = _app.Visit();

        Assert.Equal(HttpStatusCode.Redirect, await layla.SignInAsAdminAsync());

        var page = await layla.OpenAsync("/admin");
        Assert.Contains("Maintenance mode is on", page.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_in_keeps_its_looks_and_health_is_answered()
    {
        await SwitchOnAsync();
        var omar = _app.Visit();

        var style = (await omar.OpenAsync("/account/sign-in")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        foreach (var path in new[] { style, "/health/live", "/health/ready" })
        {
            using var response = await omar.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_language_can_still_be_chosen()
    {
        await SwitchOnAsync();
        var omar = _app.Visit();

        using var refused = await omar.Client.PostAsync("/preferences/language", null);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Another_node_follows_within_three_seconds_and_without_a_restart()
    {
        await using var otherNode = _app.Node();
        using var omar = otherNode.CreateClient();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(omar));
        var followed = new TaskCompletionSource();
        using var change = otherNode.Services.GetRequiredService<IOptionsMonitor<FeatureOptions>>()
            .OnChange(features => { if (features.Maintenance) followed.TrySetResult(); });

        await SwitchOnAsync();
        await followed.Task.WaitAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(omar));
    }

    public void Dispose() => _app.Dispose();

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/en");
        return response.StatusCode;
    }

    private async Task SwitchOnAsync() => Assert.Null(await _app.InScopeAsync(services => services.GetRequiredService<SettingChange>()
        .SetAsync("Features:Maintenance", "true", AuditActor.Operator, "a test", null, CancellationToken.None)));
}
