using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Web.Tests.Models;

/// <summary>Models as admins keep them.</summary>
public sealed class AdminModelsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Mini = "/admin/models/gpt-4o-mini";

    [Fact]
    public async Task A_change_is_heard_on_every_node_within_three_seconds_and_written_down()
    {
        var other = app.Node().Services.GetRequiredService<OfferedModels>();
        var layla = await LaylaAsync();

        using var saved = await ChangeAsync(layla, "/admin/models/gpt-4.1", ("Input.Name", "Our GPT"), ("Input.MaxOutput", "8,192"), ("Input.Margin", "35"), ("Input.Fallbacks", "gpt-4o\ngpt-4o-mini"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var threeSeconds = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        while (other.NameOf("gpt-4.1") != "Our GPT") await Task.Delay(50, threeSeconds.Token);
        var model = other.Now.Single(m => m.Key == "gpt-4.1");
        Assert.Equal((8_192, 0.35m, "gpt-4o gpt-4o-mini"), (model.MaxOutput, model.Margin!.Value.Fraction, string.Join(' ', model.Fallbacks)));
        var entry = await EntryAsync(AuditAction.ModelChanged, "gpt-4.1");
        Assert.Contains("margin 0.35, then gpt-4o gpt-4o-mini", entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain("margin", entry.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_is_switched_off_and_on_again()
    {
        var (layla, offered) = (await LaylaAsync(), app.Services.GetRequiredService<OfferedModels>());

        await SwitchAsync(layla, "gpt-4.1-nano", on: false);
        Assert.DoesNotContain(offered.Now, m => m.Key == "gpt-4.1-nano");

        await SwitchAsync(layla, "gpt-4.1-nano", on: true);
        Assert.Contains(offered.Now, m => m.Key == "gpt-4.1-nano");
        Assert.Equal(2, await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.SubjectId == "gpt-4.1-nano" && e.Action == AuditAction.ModelChanged)));
    }

    [Fact]
    public async Task A_model_without_a_price_is_not_switched_on()
    {
        var layla = await LaylaAsync();

        await SwitchAsync(layla, "qwen3.8-max", on: true);

        Assert.Contains("has no price", (await layla.OpenAsync("/admin/models")).QuerySelector(".toast, [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.False(await app.AskAsync(db => db.ChatModels.Where(m => m.Key == "qwen3.8-max").Select(m => m.IsEnabled).SingleAsync()));
    }

    [Fact]
    public async Task A_model_moves_up_and_down_without_scripts()
    {
        var layla = await LaylaAsync();
        var before = await KeysAsync();

        using var moved = await PostAsync(layla, "/admin/models", ("key", before[3]), ("up", "true"));

        Assert.Equal([before[3], before[2]], (await KeysAsync())[2..4]);
        using var back = await PostAsync(layla, "/admin/models", ("key", before[3]), ("up", "false"));
        Assert.Equal(before, await KeysAsync());
        using var nowhere = await PostAsync(layla, "/admin/models", ("key", before[0]), ("up", "true"));
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task There_is_one_default_at_most()
    {
        var layla = await LaylaAsync();

        using var first = await ChangeAsync(layla, "/admin/models/gpt-5.4", ("Input.IsDefault", "true"));
        using var second = await ChangeAsync(layla, "/admin/models/gpt-5.5", ("Input.IsDefault", "true"));

        Assert.Equal(["gpt-5.5"], await app.AskAsync(db => db.ChatModels.Where(m => m.IsDefault).Select(m => m.Key).ToListAsync()));
        using var none = await ChangeAsync(layla, "/admin/models/gpt-5.5", ("Input.IsDefault", "false"));
    }

    [Fact]
    public async Task A_new_model_begins_without_a_price_and_is_asked_once_it_has_one()
    {
        var layla = await LaylaAsync();
        using var added = await layla.SubmitAsync("/admin/models/new", "/admin/models/new",
            ("Input.Key", "llama-9"), ("Input.Name", "Llama 9"), ("Input.Provider", "Groq"), ("Input.SentAs", "meta/llama-9-70b"), ("Input.MaxOutput", "4096"));
        Assert.Equal("/admin/models/llama-9/prices/new", added.Headers.Location!.OriginalString);

        using var priced = await layla.SubmitAsync("/admin/models/llama-9/prices/new", "/admin/models/llama-9/prices/new", ("Input.Rates[Standard-Input]", "0.59"), ("Input.Rates[Standard-Output]", "0.79"));
        await app.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE ModelPrices SET \"From\" = {DateTime.UtcNow.AddMinutes(-1)} WHERE ModelKey = 'llama-9'"));
        await SwitchAsync(layla, "llama-9", on: true);

        Assert.Equal("meta/llama-9-70b", app.Services.GetRequiredService<OfferedModels>().Now.Single(m => m.Key == "llama-9").SentAs);
        using var twice = await layla.SubmitAsync("/admin/models/new", "/admin/models/new", ("Input.Key", "llama-9"), ("Input.Name", "Llama"), ("Input.Provider", "Groq"));
        Assert.NotNull((await Visitor.PageAsync(twice)).QuerySelector("[name='Input.Key'][aria-invalid=true]"));
    }

    [Theory]
    [InlineData("Input.Name", "")]
    [InlineData("Input.Provider", "Nobody")]
    [InlineData("Input.MaxOutput", "12")]
    [InlineData("Input.ContextWindow", "-1")]
    [InlineData("Input.Margin", "-5")]
    [InlineData("Input.Margin", "1001")]
    [InlineData("Input.Margin", "0.00001")]
    [InlineData("Input.Fallbacks", "no-such-model")]
    [InlineData("Input.Fallbacks", "gpt-4o gpt-4o")]
    [InlineData("Input.Fallbacks", "gpt-4o-mini")]
    public async Task What_makes_no_sense_is_refused_beside_its_field(string field, string typed)
    {
        using var refused = await ChangeAsync(await LaylaAsync(), Mini, (field, typed));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector($"[name='{field}'][aria-invalid=true]"));
        Assert.False(await app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.SubjectId == "gpt-4o-mini")));
    }

    [Fact]
    public async Task A_chain_that_leads_back_is_refused()
    {
        var layla = await LaylaAsync();
        using var there = await ChangeAsync(layla, "/admin/models/claude-sonnet-5", ("Input.Fallbacks", "claude-opus-5"));
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);

        using var back = await ChangeAsync(layla, "/admin/models/claude-opus-5", ("Input.Fallbacks", "gpt-4o, claude-sonnet-5"));

        Assert.Contains("leads back", (await Visitor.PageAsync(back)).QuerySelector(".field .error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_what_is_there_now()
    {
        var (layla, path) = (await LaylaAsync(), "/admin/models/gpt-4o");
        var open = await layla.OpenAsync(path);
        using var first = await ChangeAsync(layla, path, ("Input.Margin", "40"));

        using var second = await SendAsync(layla, open, path, ("Input.Margin", "10"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("40", (await Visitor.PageAsync(second)).GetElementById("theirs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_margin_is_previewed_for_each_plan_and_nothing_is_saved()
    {
        using var looked = await ChangeAsync(await LaylaAsync(), "/admin/models/gpt-5.4-mini", ("Input.Margin", "50"), ("look", "true"));

        var preview = (await Visitor.PageAsync(looked)).GetElementById("preview")!;
        Assert.Contains("20.0%", preview.TextContent, StringComparison.Ordinal);
        Assert.Contains("50.0%", preview.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Basic", "Premium"], preview.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim()));
        Assert.Null(await app.AskAsync(db => db.ChatModels.Where(m => m.Key == "gpt-5.4-mini").Select(m => m.Margin).SingleAsync()));
    }

    [Theory]
    [InlineData(Roles.Support)]
    [InlineData(Roles.Ops)]
    public async Task The_catalogue_is_the_admins_alone(string role)
    {
        var other = await app.SignedInAsync($"catalogue-{role}", role);

        Assert.All([await other.StatusAsync("/admin/models"), await other.StatusAsync(Mini), await other.StatusAsync($"{Mini}/prices"), await other.StatusAsync("/admin/plans")], status => Assert.Equal(HttpStatusCode.Forbidden, status));
    }

    private async Task<Visitor> LaylaAsync()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }

    private Task<AuditEntry> EntryAsync(AuditAction action, string subject) => app.AskAsync(db => db.AuditEntries.OrderBy(e => e.Seq).LastAsync(e => e.Action == action && e.SubjectId == subject));

    private Task<string[]> KeysAsync() => app.AskAsync(db => db.ChatModels.OrderBy(m => m.Order).ThenBy(m => m.Name).Select(m => m.Key).ToArrayAsync());

    private static async Task SwitchAsync(Visitor layla, string key, bool on)
    {
        using var done = await PostAsync(layla, "/admin/models?handler=Switch", ("key", key), ("on", on ? "true" : "false"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor layla, string action, params (string Name, string Value)[] fields) => layla.SubmitAsync("/admin/models", action, fields);

    private static async Task<HttpResponseMessage> ChangeAsync(Visitor layla, string path, params (string Name, string Value)[] typed) => await SendAsync(layla, await layla.OpenAsync(path), path, typed);

    private static Task<HttpResponseMessage> SendAsync(Visitor layla, IHtmlDocument open, string path, params (string Name, string Value)[] typed) =>
        layla.SubmitAsync(open, path, path, [.. FormFields.Of(open).Where(f => typed.All(t => t.Name != f.Name)), .. typed]);
}
