using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Web.Tests.Data;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Sara's long conversation: its last screen comes first, and no page asks the database often.</summary>
public sealed class QueriesTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Most = 4;

    [Fact]
    public async Task Of_five_hundred_messages_the_last_screen_comes_first_and_the_rest_screen_by_screen()
    {
        var (id, email) = await PersonAsync("sara-five-hundred");
        var talk = await app.AddLongTalkAsync(id, 500);
        var sara = app.Visit();
        await sara.SignInAsync(email, People.Password);

        var page = await sara.OpenAsync($"/chat/{talk.Id}");

        Assert.Equal(30, page.QuerySelectorAll(".thread > article").Length);
        Assert.Contains("Message 500", page.QuerySelector(".thread > article:last-of-type")!.TextContent, StringComparison.Ordinal);
        var earlier = await sara.OpenAsync(page.QuerySelector(".earlier")!.GetAttribute("href")!);
        Assert.Equal(Enumerable.Range(441, 30).Select(i => $"Message {i}"), earlier.QuerySelectorAll("article :is(.said, .answer)").Select(a => a.TextContent.Trim()));
    }

    [Fact]
    public async Task No_chat_page_asks_the_database_more_than_four_times_the_session_included()
    {
        var (id, email) = await PersonAsync("sara-counts");
        var talk = await app.AddLongTalkAsync(id, 500);
        var (node, asked) = Questions.Of(app);
        await using var _ = node;
        var sara = node.Visit();
        await sara.SignInAsync(email, People.Password);

        foreach (var path in new[] { "/chat", $"/chat/{talk.Id}" })
        {
            // What the first request of all finds out, such as the look of a new browser, is no part of it.
            await sara.OpenAsync(path);
            node.Services.GetRequiredService<Infrastructure.Accounts.SessionChecks>().Forget();
            var before = asked.Count;
            Assert.Equal(HttpStatusCode.OK, await sara.StatusAsync(path));
            Assert.InRange(asked.Count - before, 1, Most);
        }
    }

    [Fact]
    public async Task Nor_does_a_guest_s()
    {
        await using var generous = app.Node(("Quota:CreditsPerUnit", "100"));
        var (node, asked) = Questions.Of(generous);
        await using var _ = node;
        var omar = node.Visit();
        omar.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0");
        var chat = await omar.BeginAsync("Hello");
        await node.AnswerAsync(chat);

        foreach (var path in new[] { "/chat", chat })
        {
            var before = asked.Count;
            Assert.Equal(HttpStatusCode.OK, await omar.StatusAsync(path));
            Assert.InRange(asked.Count - before, 1, Most);
        }
    }

    private async Task<(Guid Id, string Email)> PersonAsync(string name) => (await app.AddUserAsync($"{name}@example.com"), $"{name}@example.com");
}
