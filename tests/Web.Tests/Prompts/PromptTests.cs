using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Web.Tests.Chats;

namespace SaaSChat.Web.Tests.Prompts;

/// <summary>Sara keeps what she asks again and again.</summary>
public sealed class PromptTests(TestApp app) : IClassFixture<TestApp>
{
    private const long Plenty = 1_000_000;

    [Fact]
    public async Task A_prompt_is_filled_in_and_asked()
    {
        var (sara, _) = await app.BuyerAsync("sara-letters", Plenty);
        var prompt = await WriteAsync(sara, "Letter", "Write to {name} about {the topic}.", "work, post");

        using var filled = await sara.SubmitAsync($"{prompt}/use", $"{prompt}/use", ("values", "Omar"), ("values", "rent"));
        var page = await Visitor.PageAsync(filled);

        Assert.Equal("Write to Omar about rent.", page.QuerySelector("#say")!.TextContent);
        Assert.Equal("/chat", page.QuerySelector("#composer")!.GetAttribute("action"));
        Assert.NotNull(await app.AskAsync(db => db.Prompts.Where(p => p.Title == "Letter").Select(p => p.UsedAt).SingleAsync()));
    }

    [Fact]
    public async Task The_composer_is_given_it_in_place()
    {
        var (sara, _) = await app.BuyerAsync("sara-inserts", Plenty);
        var prompt = await WriteAsync(sara, "Translation", "Translate: {text}", "");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/prompts/picker");
        asked.Headers.Add("HX-Request", "true");

        using var list = await sara.Client.SendAsync(asked);

        var link = (await Visitor.PageAsync(list)).QuerySelector(".prompt-picks a")!;
        Assert.Equal(("Translation", $"{prompt}/use"), (link.TextContent, link.GetAttribute("hx-get")));
        Assert.Null((await Visitor.PageAsync(list)).QuerySelector("h1"));
    }

    [Fact]
    public async Task The_list_shows_those_with_the_tag_that_is_asked_for()
    {
        var (sara, _) = await app.BuyerAsync("sara-tags", Plenty);
        await WriteAsync(sara, "One", "1", "home");
        await WriteAsync(sara, "Two", "2", "work،home");

        Assert.Equal(2, (await sara.OpenAsync("/prompts?tag=home")).QuerySelectorAll(".card").Length);
        Assert.Equal("Two", (await sara.OpenAsync("/prompts?tag=work")).QuerySelector(".card h2")!.TextContent);
    }

    [Theory]
    [InlineData("", "text", "")]
    [InlineData("title", "", "")]
    [InlineData("title", "text", "1,2,3,4,5,6,7,8,9")]
    public async Task What_is_wrong_is_said_and_nothing_is_lost(string title, string text, string tags)
    {
        var (sara, _) = await app.BuyerAsync($"sara-wrong-{title.Length}{text.Length}{tags.Length}", Plenty);

        using var answer = await sara.SubmitAsync("/prompts/new", "/prompts/new", ("Input.Title", title), ("Input.Text", text), ("Input.Tags", tags));
        var page = await Visitor.PageAsync(answer);

        Assert.NotNull(page.QuerySelector("[data-summary]"));
        Assert.NotNull(page.QuerySelector(".error"));
        Assert.Equal((title, tags), (page.QuerySelector("#Input_Title")!.GetAttribute("value") ?? "", page.QuerySelector("#Input_Tags")!.GetAttribute("value") ?? ""));
    }

    [Fact]
    public async Task Somebody_elses_prompt_is_not_there()
    {
        var (sara, _) = await app.BuyerAsync("sara-private", Plenty);
        var (omar, _) = await app.BuyerAsync("omar-curious", Plenty);
        var prompt = await WriteAsync(sara, "Mine", "Mine", "");
        await WriteAsync(omar, "His", "His", "");

        foreach (var page in new[] { "", "/use", "/deletion" }) Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync($"{prompt}{page}"));
    }

    [Fact]
    public async Task A_deleted_prompt_is_gone()
    {
        var (sara, _) = await app.BuyerAsync("sara-tidies", Plenty);
        var prompt = await WriteAsync(sara, "Old", "Old", "");

        using var deleted = await sara.SubmitAsync($"{prompt}/deletion", $"{prompt}/deletion");

        Assert.Equal(HttpStatusCode.NotFound, await sara.StatusAsync(prompt));
        Assert.NotNull((await sara.OpenAsync("/prompts")).QuerySelector(".empty"));
    }

    private async Task<string> WriteAsync(Visitor person, string title, string text, string tags)
    {
        using var written = await person.SubmitAsync("/prompts/new", "/prompts/new", ("Input.Title", title), ("Input.Text", text), ("Input.Tags", tags));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        return $"/prompts/{await app.AskAsync(db => db.Prompts.Where(p => p.Title == title).OrderByDescending(p => p.ChangedAt).Select(p => p.Id).FirstAsync())}";
    }
}
