using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Web.Accounts;

namespace SaaSChat.Web.Tests.Accounts.External;

public sealed class PasswordSwitchTests : IDisposable
{
    private readonly ExternalApp _app = new();

    [Fact]
    public async Task Without_passwords_only_the_other_ways_are_shown()
    {
        Assert.Null(await SetAsync("false"));
        var sara = _app.Visit();

        var page = await sara.OpenAsync("/account/sign-in");

        Assert.Empty(page.QuerySelectorAll("main input[type=password]"));
        Assert.Equal(3, page.QuerySelectorAll("main form[action^='/signin/']").Length);
        foreach (var path in new[] { "/account/sign-up", "/account/forgot", "/account/reset/token" })
        {
            using var led = await sara.Client.GetAsync(path);
            Assert.Equal("/account/sign-in", led.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_password_that_is_sent_all_the_same_is_refused_with_words()
    {
        await _app.AddUserAsync("sara@example.com");
        var sara = _app.Visit();
        var (signIn, forgot) = (await sara.OpenAsync("/account/sign-in"), await sara.OpenAsync("/account/forgot"));
        Assert.Null(await SetAsync("false"));

        using var refused = await sara.PostAsync("/account/sign-in", signIn, ("Input.Email", "sara@example.com"), ("Input.Password", People.Password));
        using var forgotten = await sara.PostAsync("/account/forgot", forgot, ("Input.Email", "sara@example.com"));

        Assert.All(new[] { refused, forgotten }, r => Assert.Equal("/account/sign-in?problem=NoPasswords", r.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, await sara.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task Passwords_come_back_with_the_setting()
    {
        Assert.Null(await SetAsync("false"));
        Assert.Null(await SetAsync("true"));
        await _app.AddUserAsync("sara@example.com");

        var sara = _app.Visit();
        await sara.SignInAsync("sara@example.com", People.Password);

        Assert.Equal(HttpStatusCode.OK, await sara.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task Where_no_other_way_is_configured_passwords_stay()
    {
        using var plain = new TestApp();

        var refusal = await plain.InScopeAsync(s => s.GetRequiredService<SettingChange>().SetAsync("SignIn:Password", "false", AuditActor.Operator, null, null, CancellationToken.None));

        Assert.Equal(SettingRefusal.InvalidValue, refusal);
    }

    [Theory]
    [InlineData("Development", "SignIn:Password is false", "Password", "false")]
    [InlineData("Development", "SignIn:External:acme:ClientId is not set", "External:acme:ClientId", "")]
    [InlineData("Development", "SignIn:External:acme:DisplayName:en is not set", "External:acme:DisplayName:en", "")]
    [InlineData("Development", "SignIn:External:acme:Authority is \"id.example.com\"", "External:acme:Authority", "id.example.com")]
    [InlineData("Development", "SignIn:External:acme:Scopes lacks openid", "External:acme:Scopes", "email")]
    [InlineData("Development", "SignIn:External:acme:TokenEndpoint is \"\"", "External:acme:Kind", "OAuth2")]
    [InlineData("Development", "SignIn:External:a/b is not a key", "External:a/b:ClientId", "x")]
    [InlineData("Development", "SignIn:Timeout must lie between", "Timeout", "00:05:00")]
    [InlineData("Production", "SignIn:External:acme:Authority is not an https address", "External:acme:Authority", "http://id.example.com")]
    public void What_is_configured_wrongly_stops_the_start_with_one_sentence(string environment, string sentence, string key, string value)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        if (key != "Password")
        {
            builder.Configuration["SignIn:External:acme:DisplayName:en"] = "Acme";
            builder.Configuration["SignIn:External:acme:ClientId"] = "saaschat";
            builder.Configuration["SignIn:External:acme:Authority"] = "https://id.example.com";
            builder.Configuration["SignIn:External:acme:AuthorizationEndpoint"] = "https://id.example.com/authorize";
        }

        builder.Configuration[$"SignIn:{key}"] = value;

        var refused = Assert.Throws<StartUpRefusedException>(builder.AddSignIn);

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private Task<SettingRefusal?> SetAsync(string value) => _app.InScopeAsync(async s =>
    {
        var version = (await s.GetRequiredService<Infrastructure.Data.AppDbContext>().Settings.FindAsync("SignIn:Password"))?.RowVersion;
        return await s.GetRequiredService<SettingChange>().SetAsync("SignIn:Password", value, AuditActor.Operator, null, version, CancellationToken.None);
    });
}
