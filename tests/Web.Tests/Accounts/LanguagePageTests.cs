using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class LanguagePageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Language = "/account/language";

    [Fact]
    public async Task What_a_person_chose_comes_with_them_to_a_new_device()
    {
        var desk = await app.SignedInAsync("sara");

        using var saved = await ChooseAsync(desk, ("Input.Language", "ar"), ("Input.Digits", "arab"), ("Input.TimeZone", "Asia/Riyadh"), ("Input.Theme", "dark"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("تم الحفظ", (await desk.OpenAsync(Language)).QuerySelector(".toast p")!.TextContent, StringComparison.Ordinal);
        var phone = app.Visit("en");
        await phone.SignInAsync("sara@example.com", People.Password);
        var page = await phone.OpenAsync(Language);
        Assert.Equal("ar", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal("Asia/Riyadh", Chosen(page, "TimeZone"));
        Assert.Equal("arab", Chosen(page, "Digits"));
    }

    [Fact]
    public async Task Who_has_chosen_nothing_sees_the_site_as_their_browser_says()
    {
        await app.AddUserAsync("omar@example.com");
        var omar = app.Visit("ar");
        omar.Client.DefaultRequestHeaders.Add("Cookie", "tz=Africa%2FCairo");

        await omar.SignInAsync("omar@example.com", People.Password);

        var page = await omar.OpenAsync(Language);
        Assert.Equal("ar", Chosen(page, "Language"));
        Assert.Equal("Africa/Cairo", Chosen(page, "TimeZone"));
        Assert.Equal("القاهرة", page.QuerySelector("#Input_TimeZone option")!.TextContent.Split(' ')[0]);
    }

    [Fact]
    public async Task A_quick_switch_on_any_page_is_kept_too()
    {
        var nour = await app.SignedInAsync("nour");

        using var dark = await nour.SubmitAsync("/dashboard", "/preferences/theme", ("theme", "dark"));
        using var arabic = await nour.SubmitAsync("/dashboard", "/preferences/language", ("language", "ar"));

        var kept = await app.AskAsync(db => db.Users.Where(u => u.Email == "nour@example.com").Select(u => new { u.Language, u.Theme }).SingleAsync());
        Assert.Equal(("ar", "dark"), (kept.Language, kept.Theme));
    }

    [Theory]
    [InlineData("Language", "fr")]
    [InlineData("Digits", "roman")]
    [InlineData("TimeZone", "Atlantis/Capital")]
    [InlineData("TimeZone", "../../etc/passwd")]
    [InlineData("Theme", "neon")]
    public async Task What_is_not_offered_is_refused_at_its_field_and_the_rest_stays_filled(string field, string value)
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        (string Name, string Value)[] form = [("Input.Language", "en"), ("Input.Digits", "arab"), ("Input.TimeZone", "Europe/London"), ("Input.Theme", "light")];

        using var refused = await ChooseAsync(layla, [.. form.Select(f => f.Name == $"Input.{field}" ? (f.Name, value) : f)]);

        var page = await Visitor.PageAsync(refused);
        Assert.Equal("Choose one of those that are offered.", page.QuerySelector($"#Input_{field}-error")!.TextContent);
        Assert.All(form.Where(f => f.Name != $"Input.{field}"), f => Assert.Equal(f.Value, Chosen(page, f.Name.Split('.')[1])));
        Assert.False(await app.AskAsync(db => db.Users.AnyAsync(u => u.Email == "admin@saaschat.local" && u.HasChosenView)));
    }

    private static Task<HttpResponseMessage> ChooseAsync(Visitor person, params (string, string)[] form) => person.SubmitAsync(Language, Language, form);

    private static string? Chosen(AngleSharp.Dom.IDocument page, string field) => page.QuerySelector($"#Input_{field} option[selected]")?.GetAttribute("value");
}
