using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class PasswordPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Password = "/account/password";
    private const string First = "/account/first-password";
    private const string Another = "seven slow tin kettles";

    [Fact]
    public async Task A_new_password_signs_out_every_other_device_and_a_letter_tells_of_it()
    {
        var desk = await app.SignedInAsync("sara");
        var phone = app.Visit();
        await phone.SignInAsync("sara@example.com", People.Password);

        using var saved = await ChangeAsync(desk, People.Password, Another);

        Assert.Equal("/account/security", saved.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.Redirect, await phone.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.OK, await app.Visit().SignInAsync("sara@example.com", People.Password));
        Assert.Equal(HttpStatusCode.Redirect, await app.Visit().SignInAsync("sara@example.com", Another));
        Assert.Equal(1, await app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == "sara@example.com" && m.Kind == MailKind.PasswordChanged)));
    }

    [Theory]
    [InlineData("not the password", "seven slow tin kettles", "Input_Current", "That is not your password")]
    [InlineData(People.Password, "short", "Input_New", "at least 12")]
    [InlineData(People.Password, "passwordpassword", "Input_New", "everybody tries first")]
    public async Task A_wrong_or_a_weak_password_is_refused_at_its_field(string current, string chosen, string field, string refusal)
    {
        var omar = await app.SignedInAsync($"omar-{Guid.NewGuid():N}");

        using var refused = await ChangeAsync(omar, current, chosen);

        Assert.Contains(refusal, (await Visitor.PageAsync(refused)).QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_had_a_password_sets_one()
    {
        var nour = await app.SignedInAsync("nour");
        await app.AskAsync(db => db.Users.Where(u => u.Email == "nour@example.com").ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, (string?)null)));
        using var sentOn = await nour.Client.GetAsync(Password);
        Assert.Equal(First, sentOn.Headers.Location!.OriginalString);

        using var saved = await nour.SubmitAsync(First, First, ("New", Another));

        Assert.Equal(HttpStatusCode.OK, await nour.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.Redirect, await app.Visit().SignInAsync("nour@example.com", Another));
    }

    [Fact]
    public async Task Who_has_one_is_not_given_another_without_saying_it()
    {
        var ali = await app.SignedInAsync("ali");

        Assert.Null((await ali.OpenAsync(First)).QuerySelector("main form"));
    }

    private static Task<HttpResponseMessage> ChangeAsync(Visitor person, string current, string chosen) =>
        person.SubmitAsync(Password, Password, ("Input.Current", current), ("Input.New", chosen));
}
