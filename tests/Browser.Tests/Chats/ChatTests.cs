using Microsoft.Playwright;
using SaaSChat.Web.Tests;

namespace SaaSChat.Browser.Tests.Chats;

/// <summary>Layla, who has credits, lives in the chat page for a while.</summary>
[Collection(nameof(Site))]
public sealed class ChatTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", "Hello, show me a table", "What about code?")]
    [InlineData("ar", "مرحبا، أعطني جدولًا", "وماذا عن كود؟")]
    public async Task Questions_are_answered_in_place_and_can_be_put_differently(string language, string first, string second)
    {
        await using var layla = await site.RichAsync(language);
        var page = layla.Page;
        await layla.OpenAsync("/chat");

        await page.FillAsync("#say", first);
        await page.Keyboard.PressAsync("Enter");
        await Finished(page, 1);
        await page.FillAsync("#say", second);
        await page.Keyboard.PressAsync("Enter");
        await Finished(page, 2);

        Assert.Equal("", await page.InputValueAsync("#say"));
        await Assertions.Expect(page.Locator(".reply table")).ToHaveCountAsync(1);
        await page.Locator(".question").Last.Locator("a[href$=edit]").ClickAsync();
        await page.FillAsync("form.edit textarea", first);
        await page.Locator("form.edit button[type=submit]").ClickAsync();
        await Finished(page, 2);
        await Assertions.Expect(page.Locator(".question .beside")).ToContainTextAsync("2 / 2");
        await Assertions.Expect(page.Locator(".said").Last).ToHaveTextAsync(first);

        await page.Locator(".question .beside button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".said").Last).ToHaveTextAsync(second);
        Assert.Empty(layla.Complaints);
    }

    [BrowserFact]
    public async Task A_reload_finds_the_answer_that_went_on_without_the_page()
    {
        await using var layla = await site.RichAsync("en");
        await layla.OpenAsync("/chat");
        await layla.Page.FillAsync("#say", "Tell me something long");
        await layla.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(layla.Page.Locator(".reply")).ToHaveCountAsync(1, new() { Timeout = 60_000 });

        await layla.Page.ReloadAsync();

        await Finished(layla.Page, 1);
        await Assertions.Expect(layla.Page.Locator(".reply .answer")).Not.ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task What_is_refused_comes_back_into_the_box_with_what_helps()
    {
        await site.App.AddUserAsync("omar-broke@example.com");
        await using var omar = await site.VisitAsync(Look.English);
        await omar.SignInAsync("omar-broke@example.com", People.Password);
        await omar.OpenAsync("/chat");

        await omar.Page.FillAsync("#say", "Do I have credits?");
        await omar.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(omar.Page.Locator("#composer .alert a[href='/balance']")).ToBeVisibleAsync();
        Assert.Equal("Do I have credits?", await omar.Page.InputValueAsync("#say"));
    }

    private static Task Finished(IPage page, int replies) =>
        Assertions.Expect(page.Locator(".reply:not([aria-busy])")).ToHaveCountAsync(replies, new() { Timeout = 60_000 });
}
