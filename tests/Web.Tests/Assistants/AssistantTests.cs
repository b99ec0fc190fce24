using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Web.Tests.Chats;

namespace SaaSChat.Web.Tests.Assistants;

/// <summary>Sara makes assistants and shares them; omar has only links.</summary>
public sealed class AssistantTests(TestApp app) : IClassFixture<TestApp>
{
    private const long Plenty = 1_000_000;

    [Fact]
    public async Task A_chat_begins_with_an_assistant_and_follows_it()
    {
        var (sara, _) = await app.BuyerAsync("sara-chef", Plenty);
        var page = await MakeAsync(sara, "Chef", "Answer as a cook.", ("Input.Starters", "What is in season?\n\n  Plan a dinner  "));

        var shown = await sara.OpenAsync(page);
        var chat = await BeginAsync(sara, page);

        Assert.Equal("Chef", shown.QuerySelector("h1")!.TextContent);
        Assert.Equal(["What is in season?", "Plan a dinner"], shown.QuerySelectorAll(".starter").Select(s => s.TextContent));
        Assert.Equal(page, $"/assistants/{await AssistantOfAsync(chat)}");
        Assert.Contains("Chef", (await sara.OpenAsync(chat)).QuerySelector(".thread-head")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Say something", "Input.Name")]
    [InlineData("Chef", "", "Input.Instructions")]
    [InlineData("Chef", "Cook", "Input.Picture", "Cat")]
    [InlineData("Chef", "Cook", "Input.Temperature", "900")]
    public async Task What_is_missing_or_wrong_is_said_beside_its_field(string name, string instructions, string field, string? value = null)
    {
        var (sara, _) = await app.BuyerAsync($"sara-wrong-{field.Length}-{value}", Plenty);
        (string, string)[] fields = [("Input.Name", name), ("Input.Instructions", instructions), .. value is null ? Array.Empty<(string, string)>() : [(field, value)]];

        using var answer = await sara.SubmitAsync("/assistants/new", "/assistants/new", fields);
        var page = await Visitor.PageAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("[data-summary]"));
        Assert.False(await app.AskAsync(db => db.Assistants.OwnedBy(db.Users.Single(u => u.Email == $"sara-wrong-{field.Length}-{value}@example.com").Id).AnyAsync()));
    }

    [Fact]
    public async Task Whoever_has_the_link_chats_and_never_sees_the_instructions()
    {
        var (sara, _) = await app.BuyerAsync("sara-shares", Plenty);
        var (omar, _) = await app.BuyerAsync("omar-linked", Plenty);
        var page = await MakeAsync(sara, "Tutor", "Never give the answer away.");

        var link = await ShareAsync(sara, page);
        var shown = await omar.OpenAsync(link);
        var chat = await BeginAsync(omar, link);

        Assert.Equal("Tutor", shown.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("Never give", shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(page, $"/assistants/{await AssistantOfAsync(chat)}");
        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync(page));
        foreach (var own in new[] { "edit", "link", "deletion" }) Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync($"{page}/{own}"));
    }

    [Fact]
    public async Task A_new_link_ends_the_old_one_and_ending_the_sharing_ends_both()
    {
        var (sara, _) = await app.BuyerAsync("sara-renews", Plenty);
        var page = await MakeAsync(sara, "Tutor", "Teach.");
        var first = await ShareAsync(sara, page);
        var second = await ShareAsync(sara, page);
        var stranger = app.Visit();

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await stranger.StatusAsync(first), await stranger.StatusAsync(second)));

        using var ended = await sara.SubmitAsync($"{page}/link", $"{page}/link?handler=End");
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(second));
    }

    [Fact]
    public async Task A_link_that_ended_keeps_what_was_typed_and_says_so()
    {
        var (sara, _) = await app.BuyerAsync("sara-ends", Plenty);
        var (omar, _) = await app.BuyerAsync("omar-late", Plenty);
        var page = await MakeAsync(sara, "Tutor", "Teach.");

        using var answer = await omar.SubmitAsync("/chat", "/chat", ("Input.Text", "Hello there"), ("Input.Model", "demo"), ("Input.Assistant", page.Split('/')[2]));
        var again = await Visitor.PageAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Hello there", again.QuerySelector("#say")!.TextContent);
        Assert.Null(again.QuerySelector("input[name='Input.Assistant']"));
    }

    [Fact]
    public async Task A_chat_goes_on_without_an_assistant_that_was_deleted()
    {
        var (sara, _) = await app.BuyerAsync("sara-deletes", Plenty);
        var page = await MakeAsync(sara, "Chef", "Cook.");
        var chat = await BeginAsync(sara, page);
        await app.AnswerAsync(chat);

        using var deleted = await sara.SubmitAsync($"{page}/deletion", $"{page}/deletion");
        Assert.Equal(HttpStatusCode.Redirect, await sara.SayAsync(chat, "And now?"));
        var answer = await app.AnswerAsync(chat);

        Assert.Equal(MessageState.Complete, answer.State);
        Assert.Equal(HttpStatusCode.NotFound, await sara.StatusAsync(page));
    }

    [Fact]
    public async Task An_edit_that_somebody_overtook_is_shown_and_not_lost()
    {
        var (sara, _) = await app.BuyerAsync("sara-edits", Plenty);
        var page = await MakeAsync(sara, "Chef", "Cook.");
        var old = (await sara.OpenAsync($"{page}/edit")).QuerySelector("input[name='Input.Version']")!.GetAttribute("value")!;
        using var first = await sara.SubmitAsync($"{page}/edit", $"{page}/edit", ("Input.Name", "First"), ("Input.Instructions", "Cook."));

        using var second = await sara.SubmitAsync($"{page}/edit", $"{page}/edit", ("Input.Name", "Second"), ("Input.Instructions", "Cook."), ("Input.Version", old));
        var shown = await Visitor.PageAsync(second);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal("Second", shown.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.NotEqual(old, shown.QuerySelector("input[name='Input.Version']")!.GetAttribute("value"));
        Assert.Equal("First", (await sara.OpenAsync(page)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task What_the_admin_offers_everyone_finds_and_what_is_retired_nobody()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        using var made = await layla.SubmitAsync("/admin/assistants/new", "/admin/assistants/new",
            ("Input.Name", "Judge"), ("Input.Instructions", "Judge."), ("Input.ArabicName", "القاضي"), ("Input.ArabicStarters", "احكم بيننا"));
        var id = await app.AskAsync(db => db.Assistants.Where(a => a.Name == "Judge").Select(a => a.Id).SingleAsync());
        var stranger = app.Visit("ar");

        Assert.Equal("القاضي", (await stranger.OpenAsync($"/assistants/{id}")).QuerySelector("h1")!.TextContent);

        using var retired = await layla.SubmitAsync($"/admin/assistants/{id}", $"/admin/assistants/{id}/offer", ("offered", "false"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync($"/assistants/{id}"));
        var log = await app.AskAsync(db => db.AuditEntries.Where(e => e.SubjectId == id.ToString()).OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync());
        Assert.Equal([AuditAction.AssistantMade, AuditAction.AssistantRetired], log);
    }

    private static async Task<string> MakeAsync(Visitor person, string name, string instructions, params (string Name, string Value)[] more)
    {
        using var made = await person.SubmitAsync("/assistants/new", "/assistants/new", [("Input.Name", name), ("Input.Instructions", instructions), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return made.Headers.Location!.OriginalString;
    }

    private static async Task<string> ShareAsync(Visitor owner, string page)
    {
        using var shared = await owner.SubmitAsync($"{page}/link", $"{page}/link");
        return new Uri((await owner.OpenAsync($"{page}/link")).QuerySelector("#link")!.TextContent).AbsolutePath;
    }

    private static async Task<string> BeginAsync(Visitor person, string page)
    {
        using var begun = await person.SubmitAsync(page, "/chat", ("Input.Text", "Hello"), ("Input.Model", "demo"));
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return begun.Headers.Location!.OriginalString;
    }

    private Task<Guid?> AssistantOfAsync(string chat) =>
        app.AskAsync(db => db.Conversations.Where(c => c.Id == Chatting.IdOf(chat)).Select(c => c.AssistantId).SingleAsync());
}
