using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Web.Tests.Chats;

public sealed class TagTests(TestApp app) : IClassFixture<TestApp>
{
    private const string All = "/chat/all";

    [Fact]
    public async Task Ticked_conversations_get_a_tag_by_which_the_list_is_filtered()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-tags", "Bread", "Tram", "Glass");

        await ActAsync(sara, "tag", [talks[0], talks[2]], ("Tag", "  Wörk \u202E"));
        await ActAsync(sara, "tag", [talks[2]], ("Tag", "work"));

        var page = await sara.OpenAsync(All);
        var chip = page.QuerySelectorAll(".tag-chip").Single(c => c.TextContent == "Wörk").GetAttribute("href")!;
        Assert.Equal(["Glass", "Bread"], Titles(await sara.OpenAsync(chip)));
        Assert.Equal(["Wörk"], page.QuerySelectorAll("main .chat-lines .badge").Select(b => b.TextContent.Trim()).Distinct(StringComparer.Ordinal));

        await ActAsync(sara, "untag", [talks[0]], ("TagId", chip.Split('=')[1]));
        Assert.Equal(["Glass"], Titles(await sara.OpenAsync(chip)));
    }

    [Fact]
    public async Task A_tag_is_renamed_unless_another_reads_alike_and_deleted_without_its_conversations()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-renames", "Bread");
        await ActAsync(sara, "tag", [talks[0]], ("Tag", "أعمال"));
        await ActAsync(sara, "tag", [talks[0]], ("Tag", "Home"));
        var home = await app.AskAsync(db => db.Tags.Where(t => t.UserId == talks[0].UserId && t.Name == "Home").Select(t => t.Id).SingleAsync());

        using var taken = await sara.SubmitAsync($"/tags/{home}/name", $"/tags/{home}/name", ("Name", "اعمال"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        using var renamed = await sara.SubmitAsync($"/tags/{home}/name", $"/tags/{home}/name", ("Name", "House"));
        Assert.Equal(["House", "أعمال"], (await sara.OpenAsync("/tags")).QuerySelectorAll("main .chat-lines bdi").Select(t => t.TextContent));

        using var deleted = await sara.SubmitAsync($"/tags/{home}/deletion", $"/tags/{home}/deletion");
        Assert.Equal(["Bread"], Titles(await sara.OpenAsync(All)));
        Assert.False(await app.AskAsync(db => db.ConversationTags.AnyAsync(t => t.TagId == home)));
    }

    [Fact]
    public async Task Somebody_elses_tag_is_not_there_and_their_conversations_are_not_touched()
    {
        var (layla, theirs) = await app.WithTalksAsync("layla-tags", "Secret");
        await ActAsync(layla, "tag", [theirs[0]], ("Tag", "Mine"));
        var tag = await app.AskAsync(db => db.Tags.Where(t => t.UserId == theirs[0].UserId).Select(t => t.Id).SingleAsync());
        var (omar, own) = await app.WithTalksAsync("omar-tags", "Own");

        foreach (var path in new[] { $"/tags/{tag}/name", $"/tags/{tag}/deletion", $"{All}?tag={tag}" }) Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync(path));
        foreach (var act in new[] { "tag", "untag", "archive", "delete" }) await ActAsync(omar, act, [theirs[0], own[0]], ("Tag", "Omar"), ("TagId", $"{tag}"));

        var kept = await app.AskAsync(db => db.Conversations.AsNoTracking().SingleAsync(c => c.Id == theirs[0].Id));
        Assert.Equal((null, null), (kept.ArchivedAt, kept.DeletedAt));
        Assert.Equal([tag], await app.AskAsync(db => db.ConversationTags.Where(t => t.ConversationId == kept.Id).Select(t => t.TagId).ToListAsync()));
    }

    [Fact]
    public async Task Several_are_archived_or_deleted_at_once_and_taken_back_without_scripts()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-many", "Bread", "Tram", "Glass", "Sand");

        await ActAsync(sara, "archive", [talks[0]]);
        await ActAsync(sara, "delete", [talks[1], talks[2]]);

        var page = await sara.OpenAsync(All);
        Assert.Equal(["Sand"], Titles(page));
        var undo = page.QuerySelector(".toasts form")!.GetAttribute("action")!;
        using var back = await PostAsync(sara, undo, []);
        Assert.Equal(["Sand", "Glass", "Tram"], Titles(await sara.OpenAsync(All)));
    }

    [Theory]
    [InlineData("delete", "")]
    [InlineData("tag", "")]
    [InlineData("tag", "x")]
    [InlineData("burn", "")]
    public async Task What_cannot_be_done_is_said(string act, string tag)
    {
        var (sara, talks) = await app.WithTalksAsync($"sara-{Guid.NewGuid():N}", "Bread");
        Conversation[] ticked = act == "delete" ? [] : [talks[0]];

        using var refused = await PostAsync(sara, "/chat/selection", Fields(act, ticked, ("Tag", tag == "x" ? new string('x', 41) : tag)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["Bread"], Titles(await sara.OpenAsync(All)));
    }

    private static async Task ActAsync(Visitor sara, string act, IEnumerable<Conversation> ticked, params (string, string)[] more)
    {
        using var done = await PostAsync(sara, "/chat/selection", Fields(act, ticked, more));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    private static IEnumerable<(string, string)> Fields(string act, IEnumerable<Conversation> ticked, params (string, string)[] more) =>
        [("Act", act), .. ticked.Select(t => ("Ids", $"{t.Id}")), .. more];

    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, string path, IEnumerable<(string Name, string Value)> fields)
    {
        var token = (await visitor.OpenAsync("/chat/archive")).QuerySelector("meta[name=csrf]")!.GetAttribute("content")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("X-CSRF-TOKEN", token);
        return await visitor.Client.SendAsync(request);
    }

    private static IEnumerable<string> Titles(IHtmlDocument page) => page.QuerySelectorAll("main .chat-lines .chat-name, main .chat-lines > li > a bdi").Select(t => t.TextContent);
}
