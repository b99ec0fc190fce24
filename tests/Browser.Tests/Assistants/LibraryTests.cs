using Microsoft.Playwright;
using SaaSChat.Browser.Tests.Chats;

namespace SaaSChat.Browser.Tests.Assistants;

/// <summary>Layla says once what she would otherwise say again and again.</summary>
[Collection(nameof(Site))]
public sealed class LibraryTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", "Letters", "Write to {name}, please", "Omar", "Write to Omar, please")]
    [InlineData("ar", "رسائل", "اكتب إلى {الاسم} من فضلك", "عمر", "اكتب إلى عمر من فضلك")]
    public async Task A_prompt_is_written_filled_in_beside_the_composer_and_sent(string language, string title, string text, string value, string asked)
    {
        await using var layla = await site.RichAsync(language);
        var page = layla.Page;
        await layla.OpenAsync("/prompts/new");
        await page.FillAsync("#Input_Title", title);
        await page.FillAsync("#Input_Text", text);
        await page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(page.Locator(".card").First).ToContainTextAsync(title);

        await layla.OpenAsync("/chat");
        await page.ClickAsync(".prompt-picker summary");
        await page.ClickAsync($".prompt-picks a:has-text('{title}')");
        await page.FillAsync("#value-0", value);
        await page.ClickAsync("#prompt-list button[type=submit]");

        await Assertions.Expect(page.Locator("#say")).ToHaveValueAsync(asked);
        await Assertions.Expect(page.Locator("#say")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".said")).ToHaveTextAsync(asked, new() { Timeout = 60_000 });
        Assert.Empty(layla.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", "Translate")]
    [InlineData("ar", "الترجمة")]
    public async Task A_chat_begins_with_an_assistant_of_the_house(string language, string name)
    {
        await using var layla = await site.RichAsync(language);
        var page = layla.Page;
        await layla.OpenAsync("/chat");

        await page.ClickAsync($".ways a:has-text('{name}')");
        await page.ClickAsync(".starter >> nth=0");
        await page.Keyboard.TypeAsync("42");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".thread-head")).ToContainTextAsync(name, new() { Timeout = 60_000 });
        Assert.Empty(layla.Complaints);
    }

    [BrowserFact]
    public async Task A_temporary_chat_stands_in_no_list_until_it_is_kept()
    {
        await using var layla = await site.RichAsync("en");
        var page = layla.Page;
        await layla.OpenAsync("/chat");
        await page.ClickAsync(".ways a[href*=temporary]");
        await page.FillAsync("#say", "A passing question");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".temporary")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("#chats")).Not.ToContainTextAsync("A passing question");

        await page.ClickAsync(".temporary button");

        await Assertions.Expect(page.Locator("#chats")).ToContainTextAsync("A passing question");
        Assert.Empty(layla.Complaints);
    }
}
