using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Infrastructure.Chats.Search;

namespace SaaSChat.Web.Tests.Chats;

public sealed class SearchTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_question_is_found_as_soon_as_it_is_asked_and_an_answer_as_soon_as_it_is_whole()
    {
        var (sara, _) = await app.BuyerAsync("sara-finds", 1_000_000);

        var chat = await sara.BeginAsync("أين تقع المدرســةُ الأولى؟");
        var answer = await app.AnswerAsync(chat);

        var page = await sara.OpenAsync("/search?q=" + Uri.EscapeDataString("مدرسه اولي المدرسة"));
        Assert.Empty(Marks(page));
        page = await sara.OpenAsync("/search?q=" + Uri.EscapeDataString("المدرسه الاولي"));
        Assert.Equal(["المدرســةُ", "الأولى"], Marks(page).Take(2));
        var words = SaaSChat.Domain.Chats.Search.SearchWords.TermsOf(answer.Text);
        Assert.Contains($"m={answer.Id}", (await sara.OpenAsync($"/search?q={Uri.EscapeDataString(words[0])}")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_words_must_stand_in_one_message_and_the_last_may_be_unfinished()
    {
        var (omar, talks) = await app.WithTalksAsync("omar-words", "violet tram under glass", "violet bread", "the tram is late");
        await app.IndexAsync();

        Assert.Equal([talks[0].Id], Chats(await omar.OpenAsync("/search?q=violet+tra")));
        Assert.Equal([talks[1].Id, talks[0].Id], Chats(await omar.OpenAsync("/search?q=VIOLET")));
        Assert.Empty(Chats(await omar.OpenAsync("/search?q=viol+tram")));
        Assert.NotNull((await omar.OpenAsync("/search?q=nothing")).QuerySelector("main .empty"));
    }

    [Fact]
    public async Task A_title_is_found_too_and_shown_with_its_marks()
    {
        var (omar, talks) = await app.WithTalksAsync("omar-titles", "Bread");
        await app.AskAsync(db => db.Conversations.Where(c => c.Id == talks[0].Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, "Über Größe")));

        var hit = (await omar.OpenAsync("/search?q=uber+gro")).QuerySelector($"main .hits a[href='/chat/{talks[0].Id}']")!;

        Assert.Equal(["Über", "Größe"], hit.QuerySelectorAll("mark").Select(m => m.TextContent));
    }

    [Fact]
    public async Task Nobody_finds_what_is_somebody_elses_or_deleted()
    {
        var (_, talks) = await app.WithTalksAsync("layla-secret", "xylophone lessons", "xylophone gone");
        var (omar, _) = await app.WithTalksAsync("omar-curious", "Own");
        await app.IndexAsync();
        var layla = app.Visit();
        await layla.SignInAsync("layla-secret@example.com", People.Password);

        await app.AskAsync(db => db.Conversations.Where(c => c.Id == talks[1].Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.DeletedAt, DateTime.UtcNow)));

        Assert.Empty(Chats(await omar.OpenAsync("/search?q=xylophone")));
        Assert.Empty(Chats(await app.Visit().OpenAsync("/search?q=xylophone")));
        Assert.Equal([talks[0].Id], Chats(await layla.OpenAsync("/search?q=xylophone")));
    }

    [Fact]
    public async Task What_is_gone_for_good_leaves_no_word_behind()
    {
        var (_, talks) = await app.WithTalksAsync("sara-leaves", "quixotic");
        await app.IndexAsync();

        await app.AskAsync(db => db.Conversations.Where(c => c.Id == talks[0].Id).ExecuteDeleteAsync());

        Assert.Equal((0, 0), await app.AskAsync(async db => (await db.SearchTerms.CountAsync(t => t.Term == "quixotic"), await db.IndexedMessages.CountAsync(i => i.ConversationId == talks[0].Id))));
    }

    [Fact]
    public async Task Days_are_those_of_the_persons_zone_and_the_model_is_the_one_that_wrote()
    {
        var id = await app.AddUserAsync("kiri-searches@example.com");
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati");
        var midnight = LocalDays.StartOf(new DateOnly(2026, 3, 2), zone);
        var before = await app.AddTalkAsync(id, "marker before", midnight.AddSeconds(-1));
        var after = await app.AddTalkAsync(id, "marker after", midnight);
        await app.IndexAsync();
        var kiri = app.Visit();
        await kiri.SignInAsync("kiri-searches@example.com", People.Password);
        kiri.Client.DefaultRequestHeaders.Add("Cookie", "tz=Pacific/Kiritimati");

        Assert.Equal([after.Id], Chats(await kiri.OpenAsync("/search?q=marker&from=2026-03-02")));
        Assert.Equal([before.Id], Chats(await kiri.OpenAsync("/search?q=marker&to=2026-03-01")));
        Assert.Empty(Chats(await kiri.OpenAsync("/search?q=marker&model=demo")));
    }

    [Theory]
    [InlineData("/search?q=a&from=2026-02-30")]
    [InlineData("/search?q=a&from=2026-03-02&to=2026-03-01")]
    [InlineData("/search?q=a&before=x")]
    public async Task What_makes_no_sense_is_refused_in_words(string path)
    {
        using var answer = await app.Visit().Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await Visitor.PageAsync(answer)).QuerySelector("main [data-summary]"));
    }

    [Theory]
    [InlineData("%25' OR 1=1 --")]
    [InlineData("\\u0000<script>alert(1)</script>")]
    [InlineData("[{\"a\":1}]")]
    public async Task Whatever_is_typed_is_only_looked_for(string typed)
    {
        var (sara, _) = await app.WithTalksAsync($"sara-{Guid.NewGuid():N}", typed);
        await app.IndexAsync();

        using var answer = await sara.Client.GetAsync("/search?q=" + Uri.EscapeDataString(typed + new string('x', 150)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty((await Visitor.PageAsync(answer)).QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Results_come_page_by_page_newest_first_without_a_gap_or_a_double()
    {
        var (busy, talks) = await app.WithTalksAsync("busy-search", [.. Enumerable.Range(1, (2 * ChatSearch.PageSize) + 5).Select(i => $"common {i}")]);
        await app.AskAsync(db => db.Conversations.Where(c => c.UserId == talks[0].UserId).ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, "-")));
        await app.IndexAsync();
        var seen = new List<Guid>();

        for (string? next = "/search?q=common"; next is not null;)
        {
            var page = await busy.OpenAsync(next);
            seen.AddRange(Chats(page));
            next = page.QuerySelector("main [rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(talks.Reverse().Select(t => t.Id), seen);
    }

    [Fact]
    public async Task A_guest_finds_their_own()
    {
        await using var node = app.Node(("Quota:CreditsPerUnit", "100"));
        var guest = node.Visit();
        var chat = await guest.BeginAsync("Where is the gazebo?");
        await app.AnswerAsync(chat);

        Assert.Contains(Chatting.IdOf(chat), Chats(await guest.OpenAsync("/search?q=gazebo")));
    }

    [Fact]
    public async Task Asked_by_htmx_only_what_was_found_comes_back()
    {
        var (sara, _) = await app.WithTalksAsync("sara-dialog", "periwinkle");
        await app.IndexAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=periw");
        request.Headers.Add("HX-Request", "true");

        using var answer = await sara.Client.SendAsync(request);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        Assert.Contains("<mark>periwinkle</mark>", html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Marks(IHtmlDocument page) => page.QuerySelectorAll("main .hits mark").Select(m => m.TextContent);

    private static IEnumerable<Guid> Chats(IHtmlDocument page) => page.QuerySelectorAll("main .hits a[href*='?m=']").Select(a => Guid.Parse(a.GetAttribute("href")!.Split('/', '?')[2]));
}
