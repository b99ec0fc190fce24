using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace SaaSChat.Web.Tests.Localization;

public sealed class LanguageChoiceTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("ar", "theme=dark", "/ar")]
    [InlineData("ar-SA,ar;q=0.9", "theme=dark", "/ar")]
    [InlineData("fr,ar;q=0.5", "theme=dark", "/ar")]
    [InlineData("en;q=0.3,ar;q=0.9", "theme=dark", "/ar")]
    [InlineData("fr", "theme=dark", "/en")]
    [InlineData("*", "theme=dark", "/en")]
    [InlineData("en", "lang=ar", "/ar")]
    [InlineData("ar", "lang=en", "/en")]
    [InlineData("ar", "lang=klingon", "/ar")]
    public async Task The_first_page_is_in_the_chosen_language_or_else_the_browser_s(string accepts, string cookie, string home)
    {
        var sara = app.Visit(accepts).Client;
        sara.DefaultRequestHeaders.Add("Cookie", cookie);

        using var response = await sara.GetAsync("/");

        Assert.Equal(home, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/ar", "ar", "rtl")]
    [InlineData("/en", "en", "ltr")]
    [InlineData("/ar/nothing-here", "ar", "rtl")]
    public async Task The_language_of_the_path_goes_before_what_was_chosen(string path, string language, string direction)
    {
        var sara = app.Visit(language == "ar" ? "en" : "ar");
        sara.Client.DefaultRequestHeaders.Add("Cookie", language == "ar" ? "lang=en" : "lang=ar");

        var html = (await sara.OpenAsync(path)).DocumentElement;

        Assert.Equal((language, direction), (html.GetAttribute("lang"), html.GetAttribute("dir")));
    }

    [Fact]
    public async Task A_Saudi_browser_gets_our_Arabic_with_our_numbers_and_the_Gregorian_calendar()
    {
        await using var node = app.WithWebHostBuilder(web => web.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Mirror>()));

        using var response = await node.Visit("ar-SA").Client.GetAsync("/mirror");

        Assert.Equal("ar 1,234,567.89 -5 2026-11-21 السبت", await response.Content.ReadAsStringAsync());
    }

    /// <summary>Answers what no page answers with how the request's culture writes.</summary>
    private sealed class Mirror : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => site =>
        {
            next(site);
            site.Run(http => http.Response.WriteAsync(
                string.Create(CultureInfo.CurrentCulture, $"{CultureInfo.CurrentCulture} {1234567.89m:N2} {-5} {Reader.Noon:yyyy-MM-dd dddd}")));
        };
    }
}
