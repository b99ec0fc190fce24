using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Tests.Jobs.Hangfire;

[Collection(nameof(HangfireApp))]
public sealed class DashboardTests(HangfireApp app)
{
    private const string Page = "/hangfire";

    [Theory]
    [InlineData(Roles.Ops)]
    [InlineData(Roles.Admin)]
    public async Task It_shows_the_jobs_in_words_to_whoever_sees_to_them(string role)
    {
        var noura = await app.SignedInAsync($"noura-{role}", role);

        var recurring = await noura.OpenAsync($"{Page}/recurring");

        Assert.Contains("Audit of the ledger", recurring.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(recurring.QuerySelectorAll("script:not([src]), style, [onclick]"));
        Assert.Equal(HttpStatusCode.OK, await noura.StatusAsync(Page));
    }

    [Theory]
    [InlineData(Roles.Support)]
    [InlineData(null)]
    public async Task It_is_closed_to_everybody_else(string? role)
    {
        var sara = await app.SignedInAsync($"sara-{role}", role);

        Assert.Equal(HttpStatusCode.Forbidden, await sara.StatusAsync(Page));
        Assert.Equal(HttpStatusCode.Forbidden, await sara.StatusAsync($"{Page}/recurring"));
        Assert.Equal(HttpStatusCode.Redirect, await app.Visit().StatusAsync(Page));
    }

    [Fact]
    public async Task Nothing_is_changed_there_past_the_log()
    {
        var noura = await app.SignedInAsync("noura-acts", Roles.Ops);
        var token = (await noura.OpenAsync("/admin/jobs")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("jobs[]", "ledger-audit")]);

        using var triggered = await noura.Client.PostAsync($"{Page}/recurring/trigger", form);
        using var removed = await noura.Client.PostAsync($"{Page}/recurring/remove", form);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (triggered.StatusCode, removed.StatusCode));
        Assert.Contains("Audit of the ledger", (await noura.OpenAsync($"{Page}/recurring")).Body!.TextContent, StringComparison.Ordinal);
        Assert.False(await app.AskAsync(db => db.JobRuns.AnyAsync(r => r.Job == "ledger-audit")));
    }

    [Fact]
    public async Task Only_its_pages_may_style_their_elements_and_nothing_else_is_loosened()
    {
        var noura = await app.SignedInAsync("noura-styles", Roles.Ops);

        var (ours, theirs) = (await PolicyAsync("/admin/jobs"), await PolicyAsync($"{Page}/recurring"));

        Assert.DoesNotContain("unsafe", ours, StringComparison.Ordinal);
        Assert.Equal($"{ours}; style-src-attr 'unsafe-inline'", theirs);

        async Task<string> PolicyAsync(string path)
        {
            using var response = await noura.Client.GetAsync(path);
            return response.Headers.GetValues("Content-Security-Policy").Single();
        }
    }
}
