using Microsoft.Playwright;

namespace SaaSChat.Browser.Tests.Accounts;

[Collection(nameof(Site))]
public sealed class SignUpTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task From_signing_up_to_a_forgotten_password_and_back_in(string language, bool scripts)
    {
        await using var sara = await site.VisitAsync(new Look(language, Scripts: scripts));
        var email = $"walk.{language}.{scripts}@example.com".ToLowerInvariant();

        await sara.OpenAsync($"/{language}");
        await sara.Page.Locator("main a[href='/account/sign-up']").First.ClickAsync();
        await FillAsync(sara, "Input.Name", language == "ar" ? "سارة أحمد" : "Sara Ahmad");
        await FillAsync(sara, "Input.Email", email);
        await FillAsync(sara, "Input.Password", "violet tram under glass");
        await sara.Page.Locator("input[name='Input.Accepted']").CheckAsync();
        await SendAsync(sara);
        await sara.Page.WaitForURLAsync("**/account/check-mail");

        await OpenLetterAsync(sara, email);
        await FillAsync(sara, "Input.Password", "violet tram under glass");
        await SendAsync(sara);
        await sara.Page.WaitForURLAsync("**/dashboard");
        Assert.Contains(language == "ar" ? "سارة" : "Sara", await sara.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        await sara.OpenAsync("/account/sign-out");
        await SendAsync(sara);
        await sara.Page.WaitForURLAsync($"**/{language}");

        await sara.OpenAsync("/account/sign-in");
        await sara.Page.Locator("a[href='/account/forgot']").ClickAsync();
        await FillAsync(sara, "Input.Email", email);
        await SendAsync(sara);
        await sara.Page.WaitForURLAsync("**/account/forgot/sent");

        await OpenLetterAsync(sara, email);
        await FillAsync(sara, "Input.Password", "an umbrella full of clouds");
        await SendAsync(sara);
        await sara.Page.WaitForURLAsync("**/account/sign-in");
        await FillAsync(sara, "Input.Email", email);
        await FillAsync(sara, "Input.Password", "an umbrella full of clouds");
        await SendAsync(sara);
        await sara.Page.WaitForURLAsync("**/dashboard");
        Assert.Empty(sara.Complaints);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_form_that_is_refused_comes_back_filled_with_the_focus_on_the_first_error(string language)
    {
        await using var omar = await site.VisitAsync(new Look(language));
        await omar.OpenAsync("/account/sign-up");

        await FillAsync(omar, "Input.Name", "Omar");
        await FillAsync(omar, "Input.Email", "omar@example.com");
        await FillAsync(omar, "Input.Password", "short");
        await SendAsync(omar);
        await omar.Page.Locator("[data-summary]").WaitForAsync();

        Assert.Equal("Input.Password", await omar.Page.EvaluateAsync<string>("document.activeElement.name"));
        Assert.Equal("Omar", await omar.Page.Locator("input[name='Input.Name']").InputValueAsync());
        Assert.Equal("", await omar.Page.Locator("input[name='Input.Password']").InputValueAsync());
    }

    private static Task FillAsync(Person person, string field, string words) => person.Page.Locator($"input[name='{field}']").FillAsync(words);

    private static Task SendAsync(Person person) => person.Page.Locator("main form button.btn-primary[type=submit]").ClickAsync();

    // As from a mail program: by the link that stands in the letter's text.
    private static async Task OpenLetterAsync(Person person, string email)
    {
        var letter = person.Page.Locator($"tr:has-text('{email}') a").First;
        for (var tries = 0; tries < 50; tries++)
        {
            await person.OpenAsync("/dev/mail");
            if (await letter.CountAsync() > 0 && !await IsReadAsync(person, letter)) break;
            await Task.Delay(200);
        }

        person.Read.Add(await letter.GetAttributeAsync("href") ?? "");
        await letter.ClickAsync();
        await person.Page.Locator("main .card a[href*='/account/']").First.ClickAsync();
        await person.Page.Locator("input[name='Input.Password']").WaitForAsync();
    }

    private static async Task<bool> IsReadAsync(Person person, ILocator letter) => person.Read.Contains(await letter.GetAttributeAsync("href") ?? "");
}
