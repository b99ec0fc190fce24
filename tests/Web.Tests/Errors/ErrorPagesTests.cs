using System.Net;

namespace SaaSChat.Web.Tests.Errors;

public sealed class ErrorPagesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly int[] Codes = [400, 401, 403, 404, 405, 413, 418, 429, 500, 502, 503, 599];

    public static IEnumerable<object[]> EveryCodeInBothLanguages() => Codes.SelectMany(code => new object[][] { [code, "en"], [code, "ar"] });

    [Theory]
    [MemberData(nameof(EveryCodeInBothLanguages))]
    public async Task An_error_keeps_its_status_and_says_in_words_what_to_do(int code, string language)
    {
        using var response = await app.Visit(language).Client.GetAsync($"/error/{code}");

        var page = await Visitor.PageAsync(response);
        Assert.Equal(code, (int)response.StatusCode);
        Assert.Equal(language == "ar" ? "rtl" : "ltr", page.DocumentElement.GetAttribute("dir"));
        Assert.DoesNotContain("ErrorPages.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main .btn"));
        Assert.Equal(2, page.QuerySelectorAll("form[action^='/preferences/']").Length);
    }

    [Theory]
    [InlineData(399)]
    [InlineData(600)]
    [InlineData(200)]
    public async Task A_code_that_is_no_error_is_a_missing_page(int code)
    {
        using var response = await app.Visit().Client.GetAsync($"/error/{code}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/en/nothing-here", "ltr")]
    [InlineData("/ar/nothing-here", "rtl")]
    public async Task A_missing_public_page_is_told_in_the_language_of_its_address(string path, string direction)
    {
        var page = await app.Visit("en").OpenAsync(path);

        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(path, page.QuerySelector("input[name=returnUrl]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Asking_for_the_head_of_a_missing_page_answers_404_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/nothing-here");
        using var response = await app.Visit().Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words_with_the_way_back()
    {
        var omar = app.Visit();
        omar.Client.DefaultRequestHeaders.Referrer = new Uri(omar.Client.BaseAddress!, "/en?from=here");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark")]);

        using var response = await omar.Client.PostAsync("/preferences/theme", form);

        var page = await Visitor.PageAsync(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("/en?from=here", page.QuerySelector("main .btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_program_is_answered_with_a_problem_that_carries_the_trace()
    {
        using var response = await app.Visit("ar").Client.GetAsync("/api/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("traceId", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_fragment_leaves_the_page_alone_and_brings_a_toast()
    {
        var omar = app.Visit("ar");
        omar.Client.DefaultRequestHeaders.Add("HX-Request", "true");

        using var response = await omar.Client.GetAsync("/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("none", response.Headers.GetValues("HX-Reswap").Single());
        Assert.All(response.Headers.GetValues("HX-Trigger").Single(), c => Assert.True(char.IsAscii(c)));
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }
}
