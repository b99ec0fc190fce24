using Microsoft.Playwright;
using SaaSChat.Web.Tests;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Browser.Tests.Chats;

/// <summary>What Sara notices while she chats, in both languages.</summary>
[Collection(nameof(WiredSite))]
public sealed class ConversationTests(WiredSite site)
{
    private const int Slow = 60_000;

    [BrowserTheory]
    [InlineData("en", "Tell me something long", "Stopped.", "Continue")]
    [InlineData("ar", "اكتب نصًا طويلًا", "تم الإيقاف", "متابعة")]
    public async Task Escape_stops_the_answer_and_it_can_be_gone_on_with(string language, string question, string stopped, string goOn)
    {
        await using var sara = await RichAsync(new Look(language));
        await AskAsync(sara, question);
        await Assertions.Expect(sara.Page.Locator(".reply[aria-busy] .answer")).Not.ToBeEmptyAsync(new() { Timeout = Slow });

        await sara.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(sara.Page.Locator(".ending")).ToContainTextAsync(stopped, new() { Timeout = Slow });
        await Assertions.Expect(sara.Page.Locator(".reply .answer")).Not.ToBeEmptyAsync();
        await sara.Page.Locator(".ending button", new() { HasText = goOn }).ClickAsync();
        await Assertions.Expect(sara.Page.Locator(".reply")).ToHaveCountAsync(2, new() { Timeout = Slow });
        Assert.Empty(sara.Complaints);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_model_is_found_with_its_price_and_another_answers_again_from_the_menu_at_the_message(string language)
    {
        await using var sara = await RichAsync(new Look(language));
        await AskAsync(sara, "Hello");
        await FinishedAsync(sara, 1);

        await sara.Page.Locator(".again-menu > summary").ClickAsync();
        var other = sara.Page.Locator(".again-menu[open] button[value='gpt-5.4-nano']");
        await Assertions.Expect(other).ToContainTextAsync("GPT-5.4 nano");
        Assert.Matches("[0-9],[0-9]{3}", await other.InnerTextAsync());
        await other.ClickAsync();

        await Assertions.Expect(sara.Page.Locator(".reply .answer")).ToHaveTextAsync("From the other model.", new() { Timeout = Slow });
        await Assertions.Expect(sara.Page.Locator(".answer-by bdi")).ToHaveTextAsync("GPT-5.4 nano");
        await Assertions.Expect(sara.Page.Locator(".beside")).ToContainTextAsync("2 / 2");
        await Assertions.Expect(sara.Page.Locator(".message-cost summary")).ToBeVisibleAsync();
        Assert.Empty(sara.Complaints);
    }

    [BrowserFact]
    public async Task Pressing_again_twice_makes_one_answer_more()
    {
        await using var sara = await RichAsync(Look.English);
        await AskAsync(sara, "Hello");
        await FinishedAsync(sara, 1);

        await sara.Page.Locator(".again > button").EvaluateAsync("b => { b.click(); b.click(); }");

        await Assertions.Expect(sara.Page.Locator(".beside")).ToContainTextAsync("2 / 2", new() { Timeout = Slow });
        await FinishedAsync(sara, 1);
        await sara.Page.ReloadAsync();
        await Assertions.Expect(sara.Page.Locator(".beside")).ToContainTextAsync("2 / 2");
    }

    [BrowserTheory]
    [InlineData("en", "Show me some math", "costs $5")]
    [InlineData("ar", "أرني رياضيات", "يكلف $5")]
    public async Task Mathematics_is_drawn_with_its_roots_money_is_left_alone_and_copying_brings_what_was_written(string language, string question, string money)
    {
        await using var sara = await RichAsync(new Look(language));
        await sara.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await AskAsync(sara, question);
        await FinishedAsync(sara, 1);

        await Assertions.Expect(sara.Page.Locator(".answer .katex .sqrt svg").First).ToBeVisibleAsync(new() { Timeout = Slow });
        await Assertions.Expect(sara.Page.Locator(".answer")).ToContainTextAsync(money);
        await sara.Page.Locator(".reply [data-copy-message]").ClickAsync();
        await sara.Page.Locator(".toast").First.WaitForAsync();
        Assert.Contains("\\sqrt{b^2 - 4ac}", await sara.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        Assert.Equal(0, await sara.Page.EvaluateAsync<int>(Person.Overflow));
        Assert.Empty(sara.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", "rtl")]
    [InlineData("ar", "ltr")]
    public async Task An_answer_is_turned_by_hand(string language, string turned)
    {
        await using var sara = await RichAsync(new Look(language));
        await AskAsync(sara, language == "ar" ? "مرحبا" : "Hello");
        await FinishedAsync(sara, 1);
        var (turn, paragraph) = (sara.Page.Locator(".reply [data-turn]"), sara.Page.Locator(".reply .answer p").First);

        for (var press = 0; press < 2 && await DirectionAsync(paragraph) != turned; press++) await turn.ClickAsync();

        Assert.Equal(turned, await DirectionAsync(paragraph));
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_draft_outlives_a_reload_and_stays_with_its_conversation(string language)
    {
        await using var sara = await RichAsync(new Look(language));
        await AskAsync(sara, "Hello");
        await FinishedAsync(sara, 1);
        await sara.Page.FillAsync("#say", "half a thought");

        await sara.Page.ReloadAsync();
        Assert.Equal("half a thought", await sara.Page.InputValueAsync("#say"));
        await sara.OpenAsync("/chat");
        Assert.Equal("", await sara.Page.InputValueAsync("#say"));
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task The_balance_follows_in_this_tab_and_in_the_other(string language)
    {
        await using var sara = await RichAsync(new Look(language));
        await sara.OpenAsync("/dashboard");
        var other = await sara.Page.Context.NewPageAsync();
        await other.GotoAsync("/balance");
        var before = await SumAsync(other);

        await AskAsync(sara, "Hello");
        await FinishedAsync(sara, 1);

        // While it is written, what it may cost at most is not there to be spent.
        await Assertions.Expect(other.Locator("#wallet .wallet-sum")).Not.ToHaveTextAsync(before);

        // A title costs a few credits more a moment later; a tab that is looked at again asks.
        for (var tries = 0; tries < 50 && await SumAsync(sara.Page) != await SumAsync(other); tries++)
        {
            foreach (var tab in new[] { sara.Page, other }) await tab.EvaluateAsync("() => { dispatchEvent(new Event('focus')); }");
            await Task.Delay(200);
        }

        Assert.Equal(await SumAsync(sara.Page), await SumAsync(other));
    }

    [BrowserTheory]
    [InlineData("en", "Keyboard shortcuts")]
    [InlineData("ar", "اختصارات لوحة المفاتيح")]
    public async Task Shortcuts_are_listed_by_a_key_or_a_button_and_can_be_switched_off(string language, string title)
    {
        await using var sara = await RichAsync(new Look(language));
        await sara.OpenAsync("/chat");
        await sara.Page.Locator("h1").ClickAsync();

        await sara.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(sara.Page.Locator("#shortcuts")).ToContainTextAsync(title);
        await sara.Page.Locator("[data-shortcuts]").UncheckAsync();
        await sara.Page.Keyboard.PressAsync("Escape");
        await sara.Page.ReloadAsync();
        await sara.Page.Locator("h1").ClickAsync();
        await sara.Page.Keyboard.PressAsync("?");
        await sara.Page.Keyboard.PressAsync("/");
        Assert.False(await sara.Page.Locator("#shortcuts").IsVisibleAsync());
        Assert.NotEqual("say", await sara.Page.EvaluateAsync<string>("document.activeElement.id"));

        await sara.Page.Locator("button[commandfor=shortcuts].for-keys").ClickAsync();
        await sara.Page.Locator("[data-shortcuts]").CheckAsync();
        await sara.Page.Locator("#shortcuts [command=close]").ClickAsync();
        await sara.Page.Locator("h1").ClickAsync();
        await sara.Page.Keyboard.PressAsync("/");
        Assert.Equal("say", await sara.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [BrowserTheory]
    [InlineData("en", "Hello, a table and code please")]
    [InlineData("ar", "مرحبا، أعطني جدولًا وكودًا")]
    public async Task A_conversation_stays_within_320_pixels_and_axe_finds_nothing(string language, string question)
    {
        await using var sara = await RichAsync(new Look(language, Width: 320));
        await AskAsync(sara, question);
        await FinishedAsync(sara, 1);

        Assert.Equal(0, await sara.Page.EvaluateAsync<int>(Person.Overflow));
        await sara.Page.Locator(".again-menu > summary").ClickAsync();
        await sara.Page.Locator(".again-menu[open] button").First.WaitForAsync();
        Assert.Equal(0, await sara.Page.EvaluateAsync<int>(Person.Overflow));
        Assert.Empty(await (await Accessibility.Axe.LoadAsync(sara.Page)).FindAsync());
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Without_scripts_everything_essential_is_done_by_forms(string language)
    {
        await using var sara = await RichAsync(new Look(language, Scripts: false));
        await sara.OpenAsync("/chat");
        await sara.Page.FillAsync("#say", "Hello");
        await ChooseAsync(sara);
        await sara.Page.Locator("#composer button[type=submit]").ClickAsync();
        await sara.Page.WaitForURLAsync("**/chat/*-*");
        await WaitAsync(sara);

        await sara.Page.Locator(".question a[href$=edit]").ClickAsync();
        await sara.Page.FillAsync("form.edit textarea", "Hello again");
        await sara.Page.Locator("form.edit button[type=submit]").ClickAsync();
        await WaitAsync(sara);
        await Assertions.Expect(sara.Page.Locator(".said")).ToHaveTextAsync("Hello again");

        await sara.Page.Locator(".again-menu > summary").ClickAsync();
        await sara.Page.Locator(".again-menu a").ClickAsync();
        await sara.Page.Locator("main button[value='gpt-5.4-nano']").ClickAsync();
        await WaitAsync(sara);
        await Assertions.Expect(sara.Page.Locator(".reply .answer")).ToContainTextAsync("From the other model.");
        await sara.Page.Locator(".reply .beside button").First.ClickAsync();
        await Assertions.Expect(sara.Page.Locator(".reply .answer")).Not.ToContainTextAsync("From the other model.");
    }

    [BrowserTheory]
    [InlineData("en", "What is bread?")]
    [InlineData("ar", "ما هو الخبز؟")]
    public async Task A_guest_asks_from_the_landing_page_and_keeps_the_conversation_when_they_sign_in(string language, string question)
    {
        var email = $"nour-{language}@example.com";
        await site.App.AddUserAsync(email);
        await using var nour = await site.VisitAsync(new Look(language));
        await nour.OpenAsync($"/{language}");
        await nour.Page.FillAsync("#ask", question);
        await nour.Page.Locator("form.ask button").ClickAsync();
        Assert.Equal(question, await nour.Page.InputValueAsync("#say"));
        await ChooseAsync(nour);

        await nour.Page.Locator("#say").PressAsync("Enter");
        await FinishedAsync(nour, 1);
        await Assertions.Expect(nour.Page.Locator("#wallet .wallet-sum")).Not.ToHaveTextAsync("100,000");
        await nour.SignInAsync(email, People.Password);

        await nour.Page.Locator("#chats .chat-link", new() { HasText = question }).ClickAsync();
        await Assertions.Expect(nour.Page.Locator(".said")).ToHaveTextAsync(question);
        Assert.Empty(nour.Complaints);
    }

    // The demo model is at the end of a long list: it is looked for.
    private static async Task ChooseAsync(Person person)
    {
        await person.Page.Locator(".model-picker > summary").ClickAsync();
        if (person.Look.Scripts) await person.Page.FillAsync("#model-search", "demo");
        await person.Page.Locator(".model:has([value=demo])").ClickAsync();
        if (person.Look.Scripts) await Assertions.Expect(person.Page.Locator("[data-chosen]")).ToContainTextAsync("Demo");
    }

    private static async Task AskAsync(Person person, string question)
    {
        await person.OpenAsync("/chat");
        await ChooseAsync(person);
        await person.Page.FillAsync("#say", question);
        await person.Page.Locator("#composer button[type=submit]").ClickAsync();
        await Assertions.Expect(person.Page.Locator(".reply")).ToHaveCountAsync(1, new() { Timeout = Slow });
    }

    private static Task FinishedAsync(Person person, int replies) =>
        Assertions.Expect(person.Page.Locator(".reply:not([aria-busy])")).ToHaveCountAsync(replies, new() { Timeout = Slow });

    // Whoever has no scripts looks again.
    private static async Task WaitAsync(Person person)
    {
        for (var tries = 0; tries < 100 && await person.Page.Locator(".reply:not([aria-busy])").CountAsync() == 0; tries++)
        {
            await Task.Delay(200);
            await person.Page.ReloadAsync();
        }
    }

    private static Task<string> SumAsync(IPage page) => page.Locator("#wallet .wallet-sum").InnerTextAsync();

    private static Task<string> DirectionAsync(ILocator element) => element.EvaluateAsync<string>("e => getComputedStyle(e).direction");

    private async Task<Person> RichAsync(Look look)
    {
        var email = $"sara-{Guid.NewGuid():N}@example.com";
        await site.App.GiveAsync(await site.App.AccountOfAsync(await site.App.AddUserAsync(email)), 5_000_000);
        var sara = await site.VisitAsync(look);
        await sara.SignInAsync(email, People.Password);
        return sara;
    }
}
