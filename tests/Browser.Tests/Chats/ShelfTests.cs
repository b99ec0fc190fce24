using Microsoft.Playwright;
using SaaSChat.Browser.Tests.Accessibility;
using SaaSChat.Web.Tests;
using SaaSChat.Web.Tests.Chats;

namespace SaaSChat.Browser.Tests.Chats;

[Collection(nameof(Site))]
public sealed class ShelfTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", 1280)]
    [InlineData("ar", 1280)]
    [InlineData("ar", 390)]
    public async Task A_row_s_menu_pins_renames_deletes_and_takes_back_in_place(string language, int width)
    {
        await using var sara = await ArriveAsync(new Look(language, Width: width), "Bread", "خبز وزيت", "Tram");
        await OpenSideAsync(sara);
        var rows = sara.Page.Locator("#chats .chat-link bdi");

        await ActAsync(sara, "Bread", "pin");
        await Assertions.Expect(rows.First).ToHaveTextAsync("Bread");

        await OpenMenuAsync(sara, "Bread");
        await sara.Page.Locator("#chats .chat-menu[open] a[href$='/title']").ClickAsync();
        var field = sara.Page.Locator("#chat-title-field");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.FillAsync("Baking");
        await field.PressAsync("Enter");
        await Assertions.Expect(rows.First).ToHaveTextAsync("Baking");

        await ActAsync(sara, "Baking", "deletion");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await sara.Page.Locator(".toast form button").ClickAsync();
        await Assertions.Expect(rows.First).ToHaveTextAsync("Baking");

        await ActAsync(sara, "Tram", "archival");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        Assert.Empty(sara.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", 1280, false)]
    [InlineData("ar", 390, true)]
    public async Task An_open_menu_is_whole_within_the_window_and_axe_finds_nothing(string language, int width, bool dark)
    {
        await using var sara = await ArriveAsync(new Look(language, dark, width), [.. Enumerable.Range(1, 30).Select(i => $"Conversation {i} with a title that is longer than the side bar")]);
        await OpenSideAsync(sara);

        await OpenMenuAsync(sara, "Conversation 22 ");

        await sara.Page.Locator("#chats .chat-menu[open] .menu-danger").WaitForAsync();
        var box = (await sara.Page.Locator("#chats .chat-menu[open] > div").BoundingBoxAsync())!;
        Assert.True(box is { X: >= 0, Y: >= 0 } && box.X + box.Width <= width && box.Y + box.Height <= 900, $"{box.X} {box.Y} {box.Width} {box.Height}");
        Assert.True(await sara.Page.Locator("#chats .chat-menu[open] .menu-danger").EvaluateAsync<bool>(
            "e => { const r = e.getBoundingClientRect(); return e.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)); }"));
        Assert.Empty(await (await Axe.LoadAsync(sara.Page)).FindAsync());
    }

    [BrowserFact]
    public async Task Escape_leaves_the_title_as_it_was_and_the_keyboard_finds_its_row_again()
    {
        await using var sara = await ArriveAsync(Look.English, "Bread", "Tram");

        await sara.Page.Locator("#chats .chat-link").Last.FocusAsync();
        await sara.Page.Keyboard.PressAsync("F2");
        await Assertions.Expect(sara.Page.Locator("#chat-title-field")).ToBeFocusedAsync();
        await sara.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(sara.Page.Locator("#chats .chat-link").Last).ToBeFocusedAsync();
        await Assertions.Expect(sara.Page.Locator("#chats bdi").Last).ToHaveTextAsync("Bread");
    }

    [BrowserFact]
    public async Task Older_conversations_are_added_in_place_and_stay_after_a_change()
    {
        await using var sara = await ArriveAsync(Look.English, [.. Enumerable.Range(1, 45).Select(i => $"Talk {i}")]);
        var rows = sara.Page.Locator("#chats .chat-link");
        await Assertions.Expect(rows).ToHaveCountAsync(40);

        await sara.Page.Locator(".chats-older a").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(45);
        await ActAsync(sara, "Talk 1", "pin");

        await Assertions.Expect(rows.First).ToContainTextAsync("Talk 1");
        await Assertions.Expect(rows).ToHaveCountAsync(45);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Without_scripts_a_row_is_deleted_and_taken_back_by_forms(string language)
    {
        await using var sara = await ArriveAsync(new Look(language, Scripts: false), "Bread", "Tram");

        await ActAsync(sara, "Bread", "deletion");
        await sara.Page.WaitForURLAsync("**/chat/all");
        await Assertions.Expect(sara.Page.Locator("#chats .chat-link")).ToHaveCountAsync(1);
        await sara.Page.Locator(".toast form button").ClickAsync();

        await Assertions.Expect(sara.Page.Locator("#chats .chat-link")).ToHaveCountAsync(2);
    }

    private async Task<Person> ArriveAsync(Look look, params string[] titles)
    {
        var email = $"sara-{Guid.NewGuid():N}@example.com";
        var id = await site.App.AddUserAsync(email);
        for (var i = 0; i < titles.Length; i++) await site.App.AddTalkAsync(id, titles[i], DateTime.UtcNow.AddMinutes(i - titles.Length));
        var sara = await site.VisitAsync(look);
        await sara.SignInAsync(email, People.Password);
        return sara;
    }

    private static Task OpenSideAsync(Person person) => person.Look.Width < 900 ? person.Page.Locator("header [popovertarget=side]").ClickAsync() : Task.CompletedTask;

    // The button comes with the pointer, where there is one.
    private static async Task OpenMenuAsync(Person person, string title)
    {
        var row = person.Page.Locator("#chats li").Filter(new() { Has = person.Page.Locator("bdi", new() { HasText = title }) }).Last;
        await row.HoverAsync();
        await row.Locator("summary").ClickAsync();
    }

    private static async Task ActAsync(Person person, string title, string act)
    {
        await OpenMenuAsync(person, title);
        if (!person.Look.Scripts) await person.Page.Locator("#chats .chat-menu[open] a[href$='/acts']").ClickAsync();
        await person.Page.Locator($"{(person.Look.Scripts ? "#chats .chat-menu[open]" : "main")} button[formaction$='/{act}']").ClickAsync();
    }
}
