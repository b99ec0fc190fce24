using System.Net;

namespace SaaSChat.Web.Tests.Public;

public sealed class HomeTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("GET", "ar-SA,ar;q=0.9", "/ar")]
    [InlineData("HEAD", "ar", "/ar")]
    [InlineData("GET", "fr", "/en")]
    public async Task The_bare_address_leads_to_the_visitors_language(string method, string language, string home)
    {
        using var question = new HttpRequestMessage(new HttpMethod(method), "/");
        using var response = await app.Visit(language).Client.SendAsync(question);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(home, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/ar")]
    public async Task No_link_of_the_home_page_is_dead(string home)
    {
        var visitor = app.Visit();
        var page = await visitor.OpenAsync(home);

        foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct(StringComparer.Ordinal))
        {
            using var answer = await visitor.Client.GetAsync(link);

            // What is bought is bought by somebody: a stranger signs in first and comes back to it.
            var signsIn = answer.Headers.Location?.OriginalString.Contains($"/account/sign-in?returnUrl={Uri.EscapeDataString(link)}", StringComparison.Ordinal) == true;
            Assert.True(answer.IsSuccessStatusCode || signsIn, $"{link}: {answer.StatusCode} {answer.Headers.Location}");
        }
    }

    [Theory]
    [InlineData("/en", "$88.00", "$94.50", "profit(35, 3.50, 0.80)  # 94.5")]
    [InlineData("/ar", "360.00 ر.س", "385.00 ر.س", "profit(35, 14, 3)  # 385")]
    public async Task The_sample_conversation_adds_up_and_says_what_it_cost(string home, string now, string after, string call)
    {
        var sample = (await app.Visit().OpenAsync(home)).QuerySelector(".sample")!.TextContent;

        Assert.Contains(now, sample, StringComparison.Ordinal);
        Assert.Contains(after, sample, StringComparison.Ordinal);
        Assert.Contains(call, sample, StringComparison.Ordinal);
        Assert.Contains("140", sample, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_is_signed_in_is_asked_to_sign_in()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        var page = await layla.OpenAsync("/en");

        Assert.Equal("/dashboard", page.QuerySelector(".hero a.btn-primary")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("a[href='/account/sign-in']"));
    }

    [Fact]
    public async Task Questions_open_without_javascript()
    {
        var page = await app.Visit().OpenAsync("/ar");

        Assert.Equal(5, page.QuerySelectorAll("details > summary").Length);
    }
}
