using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Web.Tests.Chats;

public sealed class ShelfTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "/chat/all";

    [Fact]
    public async Task A_pinned_conversation_stands_on_top_until_it_is_let_go()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-pins", "Bread", "Tram", "Glass");
        Assert.Equal(["Glass", "Tram", "Bread"], Titles(await sara.OpenAsync(Page)));

        using var pinned = await ActAsync(sara, talks[0], "pin");

        var page = await sara.OpenAsync(pinned.Headers.Location!.OriginalString);
        Assert.Equal(["Bread", "Glass", "Tram"], Titles(page));
        Assert.Equal("Pinned", page.QuerySelector("#chats h3")!.TextContent);
        using var let = await ActAsync(sara, talks[0], "pin");
        Assert.Equal(["Glass", "Tram", "Bread"], Titles(await sara.OpenAsync(Page)));
    }

    [Fact]
    public async Task A_new_title_is_the_person_s_and_stays()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-names", "Bread");
        var path = $"/chat/{talks[0].Id}/title";

        using var renamed = await sara.SubmitAsync(path, path, ("Title", "  Baking\u202E bread "));

        Assert.Equal($"/chat/{talks[0].Id}", renamed.Headers.Location!.OriginalString);
        var kept = await FindAsync(talks[0]);
        Assert.Equal(("Baking bread", TitleOrigin.Person), (kept.Title, kept.TitledBy));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u202E \u2067")]
    [InlineData(null)]
    public async Task A_title_that_cannot_be_read_is_refused(string? title)
    {
        var (omar, talks) = await app.WithTalksAsync($"omar-{Guid.NewGuid():N}", "Bread");
        var path = $"/chat/{talks[0].Id}/title";

        using var refused = await omar.SubmitAsync(path, path, ("Title", title ?? new string('x', Conversation.TitleLength + 1)));

        Assert.Contains("at most 120", (await Visitor.PageAsync(refused)).QuerySelector("main .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bread", (await FindAsync(talks[0])).Title);
    }

    [Fact]
    public async Task What_is_archived_leaves_the_list_and_comes_back()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-archives", "Bread", "Tram");

        using var archived = await ActAsync(sara, talks[0], "archival");

        Assert.Equal(["Tram"], Titles(await sara.OpenAsync(Page)));
        Assert.Equal("Bread", (await sara.OpenAsync("/chat/archive")).QuerySelector(".chat-lines bdi")!.TextContent);
        using var back = await PostAsync(sara, $"/chat/{talks[0].Id}/archival", []);
        Assert.Equal(["Tram", "Bread"], Titles(await sara.OpenAsync(Page)));
    }

    [Fact]
    public async Task What_is_deleted_is_not_there_and_can_be_taken_back_without_scripts()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-deletes", "Bread", "Tram");

        using var deleted = await ActAsync(sara, talks[0], "deletion");

        Assert.Equal(Page, deleted.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, await sara.StatusAsync($"/chat/{talks[0].Id}/title"));
        var after = await sara.OpenAsync(Page);
        Assert.Equal(["Tram"], Titles(after));
        var undo = after.QuerySelector(".toasts form")!;
        using var undone = await PostAsync(sara, undo.GetAttribute("action")!, []);
        Assert.Equal(["Tram", "Bread"], Titles(await sara.OpenAsync(Page)));
    }

    [Fact]
    public async Task Deleting_stops_the_answer_wherever_it_is_written()
    {
        var (sara, _) = await app.WithTalksAsync("sara-stops");
        var id = await app.AskAsync(db => db.Users.Where(u => u.Email == "sara-stops@example.com").Select(u => u.Id).SingleAsync());
        var talk = await app.AddTalkAsync(id, "Bread", DateTime.UtcNow, running: true);
        Assert.NotNull((await sara.OpenAsync(Page)).QuerySelector("#chats .chat-running"));

        using var deleted = await ActAsync(sara, talk, "deletion");

        Assert.NotNull(await app.AskAsync(db => db.Messages.Where(m => m.ConversationId == talk.Id && m.LeaseUntil != null).Select(m => m.StopAskedAt).SingleAsync()));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("pin")]
    [InlineData("archival")]
    [InlineData("deletion")]
    [InlineData("restoration")]
    public async Task Somebody_elses_conversation_is_not_there(string act)
    {
        var (_, talks) = await app.WithTalksAsync($"layla-owns-{act}", "Secret");
        var (omar, _) = await app.WithTalksAsync($"omar-looks-{act}", "Own");
        var path = $"/chat/{talks[0].Id}/{act}";

        using var posted = await PostAsync(omar, path, [("Title", "Mine")]);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await omar.StatusAsync(path), posted.StatusCode));
        var kept = await FindAsync(talks[0]);
        Assert.Equal(("Secret", false, null, null), (kept.Title, kept.IsPinned, kept.ArchivedAt, kept.DeletedAt));
    }

    [Fact]
    public async Task By_htmx_the_list_comes_back_with_the_news_and_the_open_one_is_left()
    {
        var (sara, talks) = await app.WithTalksAsync("sara-htmx", "Bread", "Tram");

        using var deleted = await PostAsync(sara, $"/chat/{talks[0].Id}/deletion", [], onPage: $"/chat/{talks[1].Id}");
        using var open = await PostAsync(sara, $"/chat/{talks[1].Id}/deletion", [], onPage: $"/chat/{talks[1].Id}");

        Assert.Equal("page", (await Visitor.PageAsync(deleted)).QuerySelector("#chats a.chat-link")!.GetAttribute("aria-current"));
        Assert.Contains($"/chat/{talks[0].Id}/restoration", deleted.Headers.GetValues("HX-Trigger").Single(), StringComparison.Ordinal);
        Assert.Equal("/chat", open.Headers.GetValues("HX-Redirect").Single());
    }

    private Task<Conversation> FindAsync(Conversation talk) => app.AskAsync(db => db.Conversations.AsNoTracking().SingleAsync(c => c.Id == talk.Id));

    private static IEnumerable<string> Titles(IHtmlDocument page) => page.QuerySelectorAll("#chats .chat-link bdi").Select(t => t.TextContent);

    // As the button in the row's menu does it: it belongs to the one form of the page.
    private static Task<HttpResponseMessage> ActAsync(Visitor visitor, Conversation talk, string act) => PostAsync(visitor, $"/chat/{talk.Id}/{act}", [("returnUrl", Page)]);

    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, string path, (string Name, string Value)[] filled, string? onPage = null)
    {
        var token = (await visitor.OpenAsync(Page)).QuerySelector("meta[name=csrf]")!.GetAttribute("content")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(filled.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("X-CSRF-TOKEN", token);
        if (onPage is not null)
        {
            request.Headers.Add("HX-Request", "true");
            request.Headers.Add("HX-Current-URL", "http://localhost" + onPage);
        }

        return await visitor.Client.SendAsync(request);
    }
}
