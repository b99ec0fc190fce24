using Microsoft.EntityFrameworkCore;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Tests.Chats;

public sealed class ListTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", "Today", "Yesterday")]
    [InlineData("ar", "اليوم", "أمس")]
    public async Task A_day_ends_at_the_midnight_of_the_person_s_own_zone(string language, string today, string yesterday)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati");
        var midnight = Domain.LocalDays.StartOf(Domain.LocalDays.Of(DateTime.UtcNow, zone), zone);
        var id = await app.AddUserAsync($"kiri-{language}@example.com");
        await app.AddTalkAsync(id, "Before", midnight.AddSeconds(-1));
        await app.AddTalkAsync(id, "After", midnight);
        var kiri = app.Visit(language);
        await kiri.SignInAsync($"kiri-{language}@example.com", People.Password);
        kiri.Client.DefaultRequestHeaders.Add("Cookie", "tz=Pacific/Kiritimati");

        var page = await kiri.OpenAsync("/chat/all");

        Assert.Equal([today, yesterday], page.QuerySelectorAll("#chats h3").Select(h => h.TextContent));
        Assert.Equal(["After", "Before"], page.QuerySelectorAll("#chats bdi").Select(t => t.TextContent));
    }

    [Theory]
    [InlineData("en", "March 2020")]
    [InlineData("ar", "مارس 2020")]
    public async Task What_is_old_stands_under_its_month(string language, string month)
    {
        var id = await app.AddUserAsync($"old-{language}@example.com");
        await app.AddTalkAsync(id, "Old", new DateTime(2020, 3, 5, 12, 0, 0, DateTimeKind.Utc));
        var sara = app.Visit(language);
        await sara.SignInAsync($"old-{language}@example.com", People.Password);

        Assert.Equal(month, (await sara.OpenAsync("/dashboard")).QuerySelector("#chats h3")!.TextContent);
    }

    [Fact]
    public async Task A_long_list_comes_page_by_page_without_a_gap_or_a_double()
    {
        var id = await app.AddUserAsync("busy@example.com");
        var (at, count) = (DateTime.UtcNow, (2 * MyChats.PageSize) + 5);

        // Many at one instant: the id settles their order.
        for (var i = 0; i < count; i++) await app.AddTalkAsync(id, $"Talk {i}", at.AddSeconds(-(i / 10)));
        await app.AskAsync(db => db.Conversations.Where(c => c.UserId == id && c.Title == "Talk 70").ExecuteUpdateAsync(c => c.SetProperty(x => x.IsPinned, true)));
        var busy = app.Visit();
        await busy.SignInAsync("busy@example.com", People.Password);
        var seen = new List<string>();

        string? next = "/chat/all";
        while (next is not null)
        {
            var page = await busy.OpenAsync(next);
            seen.AddRange(page.QuerySelectorAll("main .chat-lines bdi").Select(t => t.TextContent));
            next = page.QuerySelector("main [rel=next]")?.GetAttribute("href");
        }

        Assert.Equal("Talk 70", seen[0]);
        Assert.Equal(count, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(count, seen.Count);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("p.99999999999999999999.00000000000000000000000000000000")]
    [InlineData("l.5")]
    public async Task A_place_that_makes_no_sense_is_a_bad_request(string after)
    {
        var sara = await app.SignedInAsync($"sara-{Guid.NewGuid():N}");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, await sara.StatusAsync($"/chat/all?after={after}"));
    }

    [Fact]
    public async Task Without_conversations_the_list_says_how_to_begin()
    {
        var sara = await app.SignedInAsync("sara-begins");

        var page = await sara.OpenAsync("/chat/archive");

        Assert.Contains("Ask something", page.QuerySelector(".chats-none")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/chat", page.QuerySelector(".new-chat")!.GetAttribute("href"));
    }
}
