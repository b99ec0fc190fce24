using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class RegistrationTests : IDisposable
{
    private readonly TestApp _app = new();

    [Theory]
    [InlineData("en", "not being opened")]
    [InlineData("ar", "لا تُفتح حسابات جديدة")]
    public async Task Where_registration_is_closed_the_page_says_so_and_a_form_from_before_makes_nobody(string language, string words)
    {
        var sara = _app.Visit(language);
        var token = (await sara.OpenAsync(SigningUp.Page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await SetAsync("Closed");

        var page = await sara.OpenAsync(SigningUp.Page);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["Input.Name"] = "Sara", ["Input.Email"] = "sara@example.com", ["Input.Password"] = People.Password, ["Input.Accepted"] = "true",
        });
        using var late = await sara.Client.PostAsync(SigningUp.Page, form);

        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form[method=post] input[name='Input.Email']"));
        Assert.Contains(words, await late.WordsAsync(), StringComparison.Ordinal);
        Assert.False(await _app.AskAsync(db => db.Users.AnyAsync(u => u.Email == "sara@example.com")));
    }

    [Fact]
    public async Task A_site_without_mail_opens_no_account_that_nobody_could_confirm()
    {
        await using var silent = _app.Node(("Mail:Enabled", "false"));

        Assert.Contains("not being opened", (await silent.Visit().OpenAsync(SigningUp.Page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_invitation_a_code_lets_in_and_without_one_the_form_comes_back()
    {
        await SetAsync("Invitation");
        var code = await InviteAsync(uses: 1);

        using var without = await _app.Visit().SignUpAsync("omar@example.com");
        using var wrong = await _app.Visit().SignUpAsync("omar@example.com", code: "AAAA-AAAA-AAAA-AAAA");
        using var right = await _app.Visit().SignUpAsync("omar@example.com", code: code.ToLowerInvariant());
        using var used = await _app.Visit().SignUpAsync("nour@example.com", code: code);

        Assert.NotNull(await without.ErrorAtAsync("InvitationCode"));
        Assert.NotNull(await wrong.ErrorAtAsync("InvitationCode"));
        Assert.Equal("/account/check-mail", right.Headers.Location!.OriginalString);
        Assert.NotNull(await used.ErrorAtAsync("InvitationCode"));
    }

    [Fact]
    public async Task Of_two_who_use_the_last_invitation_at_once_one_is_let_in()
    {
        await SetAsync("Invitation");
        var code = await InviteAsync(uses: 1);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => _app.Visit().SignUpAsync($"guest{i}@example.com", code: code)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await _app.AskAsync(db => db.Users.CountAsync(u => u.Email!.StartsWith("guest"))));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Who_signs_up_again_before_confirming_needs_no_second_invitation()
    {
        await SetAsync("Invitation");
        var code = await InviteAsync(uses: 1);

        using var first = await _app.Visit().SignUpAsync("lina@example.com", code: code);
        using var again = await _app.Visit().SignUpAsync("lina@example.com", "another one altogether", code: code);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task A_code_is_used_up_by_a_taken_address_too_so_that_it_does_not_tell()
    {
        await _app.AddUserAsync("owner@example.com");
        await SetAsync("Invitation");
        var code = await InviteAsync(uses: 1);

        using var taken = await _app.Visit().SignUpAsync("owner@example.com", code: code);
        using var after = await _app.Visit().SignUpAsync("somebody@example.com", code: code);

        Assert.Equal("/account/check-mail", taken.Headers.Location!.OriginalString);
        Assert.NotNull(await after.ErrorAtAsync("InvitationCode"));
    }

    public void Dispose() => _app.Dispose();

    private async Task SetAsync(string mode) => Assert.Null(await _app.InScopeAsync(services => services.GetRequiredService<SettingChange>()
        .SetAsync("Registration:Mode", mode, AuditActor.Operator, null, null, CancellationToken.None)));

    private Task<string> InviteAsync(int uses) => _app.InScopeAsync(async services =>
        (await services.GetRequiredService<Invitations>().CreateAsync(uses, TimeSpan.FromDays(1), AuditActor.Operator, CancellationToken.None)).Code);
}
