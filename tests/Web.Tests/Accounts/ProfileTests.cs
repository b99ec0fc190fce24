using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class ProfileTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Profile = "/account/profile";

    [Fact]
    public async Task A_new_name_shows_at_once_and_the_session_stays_the_same()
    {
        var sara = await app.SignedInAsync("sara");
        var session = await SessionsAsync();

        using var saved = await RenameAsync(sara, "  سارة\u202E أحمد ");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await sara.OpenAsync(Profile);
        Assert.Equal("سارة أحمد", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal("سارة أحمد", page.QuerySelector(".user-name")!.TextContent);
        Assert.Equal("Your name is saved.", page.QuerySelector(".toast p")!.TextContent);
        Assert.Equal(session, await SessionsAsync());
    }

    [Fact]
    public async Task A_new_name_shows_on_the_other_devices_too()
    {
        var desk = await app.SignedInAsync("hind");
        var phone = app.Visit();
        await phone.SignInAsync("hind@example.com", People.Password);
        await phone.OpenAsync("/dashboard");

        using var saved = await RenameAsync(desk, "Hind the Second");

        Assert.Equal("Hind the Second", (await phone.OpenAsync("/dashboard")).QuerySelector(".user-name")!.TextContent);
    }

    [Theory]
    [InlineData("en", "   ", "Fill this in.")]
    [InlineData("en", "\u202E\u200B", "Enter a name that can be read")]
    [InlineData("ar", "\u200D", "أدخل اسمًا مقروءًا")]
    public async Task What_is_no_name_is_refused_at_the_field(string language, string typed, string refusal)
    {
        var omar = app.Visit(language);
        await omar.SignInAsAdminAsync();

        using var refused = await RenameAsync(omar, typed);

        var page = await Visitor.PageAsync(refused);
        Assert.StartsWith(refusal, page.QuerySelector("#Input_Name-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector("#Input_Name")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Ten_kilobytes_are_refused_and_come_back_to_be_shortened()
    {
        var nour = await app.SignedInAsync("nour");
        var endless = new string('n', 10_000);

        using var refused = await RenameAsync(nour, endless);

        var page = await Visitor.PageAsync(refused);
        Assert.Equal(endless, page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Contains($"{PersonName.MaxLength}", page.QuerySelector("#Input_Name-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("nour", await app.AskAsync(db => db.Users.Where(u => u.Email == "nour@example.com").Select(u => u.Name).SingleAsync()));
    }

    [Fact]
    public async Task The_user_menu_leads_to_the_account_and_its_pages_say_which_is_open()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        var page = await layla.OpenAsync((await layla.OpenAsync("/dashboard")).QuerySelector("details.menu-up a.menu-item")!.GetAttribute("href")!);

        Assert.Equal("page", page.QuerySelector($".account-nav a[href='{Profile}']")!.GetAttribute("aria-current"));
    }

    private static Task<HttpResponseMessage> RenameAsync(Visitor person, string name) => person.SubmitAsync(Profile, Profile, ("Input.Name", name));

    private Task<List<Guid>> SessionsAsync() => app.AskAsync(db => db.Sessions.Where(s => db.Users.Any(u => u.Id == s.UserId && u.Email == "sara@example.com")).Select(s => s.Id).ToListAsync());
}
