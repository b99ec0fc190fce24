using System.Text;
using Microsoft.Playwright;
using SaaSChat.Browser.Tests.Accessibility;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Web.Tests;
using SaaSChat.Web.Tests.Chats;

namespace SaaSChat.Browser.Tests.Chats;

/// <summary>Sara finds, shares, keeps and moves what she has talked about.</summary>
[Collection(nameof(Site))]
public sealed class LibraryTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", 1280, "tram gl")]
    [InlineData("ar", 390, "الزجاج الملون")]
    public async Task Control_K_finds_as_one_types_and_leads_to_the_message(string language, int width, string typed)
    {
        await using var sara = await ArriveAsync(new Look(language, Width: width));
        var page = sara.Page;
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#search-phrase")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync(typed);
        await Assertions.Expect(page.Locator("#search-hits mark").First).ToBeVisibleAsync();
        Assert.Empty(await (await Axe.LoadAsync(page)).FindAsync());
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#search-hits a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("#search-phrase")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#search-dialog")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#search-hits a[href*='?m=']").First.ClickAsync();
        await page.WaitForURLAsync("**/chat/*m=*");
        await Assertions.Expect(page.Locator("article:target")).ToBeFocusedAsync();
        Assert.Empty(sara.Complaints);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_conversation_is_shared_from_its_top_bar_and_read_by_a_stranger(string language)
    {
        await using var sara = await ArriveAsync(new Look(language));
        var page = sara.Page;
        await page.Locator("#chats .chat-link").First.ClickAsync();

        await page.Locator(".thread-acts a[href$='/share']").ClickAsync();
        await Assertions.Expect(page.Locator("#share-dialog")).ToBeVisibleAsync();
        await page.Locator("#share-dialog form button[type=submit]").First.ClickAsync();
        var link = page.Locator("#share-dialog #share-link");
        await Assertions.Expect(link).ToBeVisibleAsync();
        Assert.Empty(await (await Axe.LoadAsync(page)).FindAsync());

        await using var omar = await site.VisitAsync(new Look(language, Width: 390));
        Assert.Equal(200, await omar.OpenAsync((await link.GetAttributeAsync("href"))!));
        await Assertions.Expect(omar.Page.Locator(".answer")).ToContainTextAsync("violet tram under glass");
        Assert.Empty(sara.Complaints);
        Assert.Empty(omar.Complaints);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Without_scripts_conversations_are_searched_tagged_deleted_and_taken_back(string language)
    {
        await using var sara = await ArriveAsync(new Look(language, Scripts: false));
        var page = sara.Page;

        await page.Locator("a[href='/search']").First.ClickAsync();
        await page.FillAsync("#q", "violet");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main .hits mark").First).ToBeVisibleAsync();

        await sara.OpenAsync("/chat/all");
        await page.Locator("main .tick").First.CheckAsync();
        await page.FillAsync("#tag-name", "Work");
        await page.Locator("button[value=tag]").ClickAsync();
        await Assertions.Expect(page.Locator(".tag-chip").Last).ToHaveTextAsync("Work");

        await page.Locator("main .tick").First.CheckAsync();
        await page.Locator("button[value=delete]").ClickAsync();
        await Assertions.Expect(page.Locator("main .tick")).ToHaveCountAsync(0);
        await page.Locator(".toast form button").ClickAsync();
        await Assertions.Expect(page.Locator("main .tick")).ToHaveCountAsync(1);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_file_is_looked_through_before_it_comes_in(string language)
    {
        await using var sara = await ArriveAsync(new Look(language));
        await sara.OpenAsync("/imports");
        var file = Encoding.UTF8.GetBytes("""{"format":"saaschat-chats","version":1,"conversations":[{"id":"1","title":"Brought along","messages":[{"id":"a","role":"user","text":"hello"}]}]}""");

        await sara.Page.SetInputFilesAsync("#file", new FilePayload { Name = "chats.json", MimeType = "application/json", Buffer = file });
        await sara.Page.Locator("main button[type=submit]").ClickAsync();
        await Assertions.Expect(sara.Page.Locator(".import-title")).ToHaveTextAsync("Brought along");
        await sara.Page.Locator("main button[type=submit]").ClickAsync();

        await sara.Page.WaitForURLAsync("**/chat/all");
        await Assertions.Expect(sara.Page.Locator("#chats .chat-link bdi").Filter(new() { HasText = "Brought along" })).ToHaveCountAsync(1);
        Assert.Empty(sara.Complaints);
    }

    private async Task<Person> ArriveAsync(Look look)
    {
        var email = $"sara-{Guid.NewGuid():N}@example.com";
        var id = await site.App.AddUserAsync(email);
        var talk = await site.App.AddWholeTalkAsync(id, "Journeys", (null, ChatRole.User, "ما الزُّجاج المُلوَّن؟"), (0, ChatRole.Assistant, "A violet tram under glass."));
        foreach (var message in await site.App.MessagesAsync($"/chat/{talk.Id}")) await site.App.AskAsync(async db => { await db.IndexAsync(message.Id, CancellationToken.None); return 0; });
        var sara = await site.VisitAsync(look);
        await sara.SignInAsync(email, People.Password);
        return sara;
    }
}
