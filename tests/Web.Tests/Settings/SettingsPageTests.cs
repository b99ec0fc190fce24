using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Web.Tests.Settings;

/// <summary>Settings as admins see and change them.</summary>
public sealed class SettingsPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Every_setting_is_listed_with_what_holds_now()
    {
        var page = await (await LaylaAsync()).OpenAsync("/admin/settings");

        Assert.Equal(SettingCatalogue.All.Count, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("20,000", RowOf(page, "Claim:Amount"), StringComparison.Ordinal);
        Assert.Contains("1 day", RowOf(page, "Claim:Every"), StringComparison.Ordinal);
        Assert.Contains("Everybody", RowOf(page, "Features:Sharing"), StringComparison.Ordinal);
        Assert.Contains("20%", RowOf(page, "Margins:DefaultPercent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_holds_at_once_here_within_three_seconds_elsewhere_and_stands_in_the_log_with_its_reason()
    {
        await using var other = app.Node();
        var elsewhere = other.Started().GetRequiredService<LastValid<AnswerOptions>>();
        var layla = await LaylaAsync();

        using var saved = await ChangeAsync(layla, "Answers:MaxOutput", ("Input.Value", "8,192"), ("Input.Reason", "Longer answers"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(8_192, app.Services.GetRequiredService<LastValid<AnswerOptions>>().Value.MaxOutput);
        await Eventually(() => elsewhere.Value.MaxOutput == 8_192);
        var entry = await LastEntryAsync("Answers:MaxOutput");
        Assert.Equal((null, "8192"), (entry.Before, entry.After));
        Assert.Equal("Longer answers", await app.AskAsync(db => db.AuditNotes.Where(n => n.Seq == entry.Seq).Select(n => n.Reason).SingleAsync()));

        using var back = await ChangeAsync(layla, "Answers:MaxOutput", ("configured", "true"), ("Input.Reason", "As before"));
        Assert.Equal(4_096, app.Services.GetRequiredService<LastValid<AnswerOptions>>().Value.MaxOutput);
        Assert.Equal(("8192", null), await app.AskAsync(async db => (await db.AuditEntries.OrderBy(e => e.Seq).LastAsync(e => e.SubjectId == "Answers:MaxOutput")) is var e ? (e.Before, e.After) : default));
    }

    [Fact]
    public async Task Times_are_typed_in_a_unit_and_numbers_in_either_digits()
    {
        var layla = await LaylaAsync();

        using var time = await ChangeAsync(layla, "Claim:Every", ("Input.Value", "١٢"), ("Input.Unit", "Hours"), ("Input.Reason", "Twice a day"));
        using var margin = await ChangeAsync(layla, "Margins:DefaultPercent", ("Input.Value", "٣٥"), ("Input.Reason", "Costs rose"));

        Assert.Equal(TimeSpan.FromHours(12), app.Services.GetRequiredService<LastValid<ClaimOptions>>().Value.Every);
        Assert.Equal(350_000, app.Services.GetRequiredService<LastValid<MarginOptions>>().Value.Default.Millionths);
        Assert.Contains("12 hours", RowOf(await layla.OpenAsync("/admin/settings"), "Claim:Every"), StringComparison.Ordinal);
        using var first = await ChangeAsync(layla, "Claim:Every", ("configured", "true"), ("Input.Reason", "As before"));
        using var second = await ChangeAsync(layla, "Margins:DefaultPercent", ("configured", "true"), ("Input.Reason", "As before"));
    }

    [Theory]
    [InlineData("Answers:MaxOutput", "255", null)]
    [InlineData("Answers:MaxOutput", "many", null)]
    [InlineData("Answers:MaxOutput", "9223372036854775808", null)]
    [InlineData("Claim:Every", "0", "Seconds")]
    [InlineData("Claim:Every", "400", "Days")]
    [InlineData("Claim:Every", "9000000000000000000", "Days")]
    [InlineData("Claim:Every", "5", "Fortnights")]
    [InlineData("Margins:DefaultPercent", "-1", null)]
    [InlineData("Features:Sharing", "101", null)]
    [InlineData("Features:Maintenance", "perhaps", null)]
    [InlineData("Registration:Mode", "Sometimes", null)]
    [InlineData("Violations:NeverBanned", "everybody", null)]
    public async Task What_is_out_of_bounds_is_refused_beside_its_field_and_changes_nothing(string key, string value, string? unit)
    {
        using var refused = await ChangeAsync(await LaylaAsync(), key, ("Input.Value", value), ("Input.Unit", unit ?? ""), ("Input.Reason", "A test"));

        var page = await Visitor.PageAsync(refused);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.NotNull(page.QuerySelector("[data-summary]"));
        Assert.False(await app.AskAsync(db => db.Settings.AnyAsync(s => s.Key == key && s.Value == value)));
    }

    [Fact]
    public async Task What_contradicts_another_setting_is_refused()
    {
        using var refused = await ChangeAsync(await LaylaAsync(), "SignIn:Password", ("Input.Value", "false"), ("Input.Reason", "A test"));

        Assert.Contains("contradict", (await Visitor.PageAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_changed_without_a_reason()
    {
        using var refused = await ChangeAsync(await LaylaAsync(), "Api:KeysPerPerson", ("Input.Value", "3"));

        Assert.NotNull((await Visitor.PageAsync(refused)).GetElementById("Input_Reason-error"));
        Assert.False(await app.AskAsync(db => db.Settings.AnyAsync(s => s.Key == "Api:KeysPerPerson")));
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_what_the_first_has_set_and_decides()
    {
        var (layla, path) = (await LaylaAsync(), "/admin/settings/GuestTrial:PerNetworkADay");
        var open = await layla.OpenAsync(path);
        using var first = await layla.SubmitAsync(path, path, ("Input.Value", "20"), ("Input.Reason", "More"));

        using var second = await layla.SubmitAsync(open, path, path, ("Input.Value", "5"), ("Input.Reason", "Fewer"));

        var page = await Visitor.PageAsync(second);
        Assert.Contains("It is now: \u206820", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("5", page.GetElementById("Input_Value")!.GetAttribute("value"));
        using var decided = await layla.SubmitAsync(page, path, path, ("Input.Value", "5"), ("Input.Reason", "Fewer"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Equal("5", await app.AskAsync(db => db.Settings.Where(s => s.Key == "GuestTrial:PerNetworkADay").Select(s => s.Value).SingleAsync()));
    }

    [Theory]
    [InlineData("ConnectionStrings:Default")]
    [InlineData("Stripe:SecretKey")]
    [InlineData("Nothing")]
    public async Task What_no_admin_may_set_is_not_there(string key) => Assert.Equal(HttpStatusCode.NotFound, await (await LaylaAsync()).StatusAsync($"/admin/settings/{key}"));

    private static string RowOf(IDocument page, string key) => page.QuerySelector($"a[href='/admin/settings/{key}']")!.Closest("tr")!.TextContent;

    private static Task<HttpResponseMessage> ChangeAsync(Visitor layla, string key, params (string Name, string Value)[] filled) =>
        layla.SubmitAsync($"/admin/settings/{key}", $"/admin/settings/{key}", filled);

    private static async Task Eventually(Func<bool> isSo)
    {
        var until = DateTime.UtcNow + Promised;
        while (!isSo() && DateTime.UtcNow < until) await Task.Delay(50);
        Assert.True(isSo());
    }

    private Task<AuditEntry> LastEntryAsync(string key) => app.AskAsync(db => db.AuditEntries.OrderBy(e => e.Seq).LastAsync(e => e.Action == AuditAction.SettingChanged && e.SubjectId == key));

    private async Task<Visitor> LaylaAsync()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }
}
