using System.Net;
using SaaSChat.Web.Errors;

namespace SaaSChat.Web.Tests.Errors;

public sealed class RetryAfterTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("90", 90)]
    [InlineData("Sat, 21 Nov 2026 12:01:00 GMT", 60)]
    [InlineData("Sat, 21 Nov 2026 11:00:00 GMT", null)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData(null, null)]
    public void Both_forms_of_the_header_tell_the_time_that_is_left(string? header, int? seconds)
    {
        Assert.Equal(seconds, (int?)RetryAfter.From(header, Noon)?.TotalSeconds);
    }

    [Theory]
    [InlineData("en", "2m 0s")]
    [InlineData("ar", "2 د 0 ث")]
    public async Task The_wait_is_counted_down_in_words(string language, string words)
    {
        await using var closed = app.Node(("Features:Maintenance", "true"));

        using var response = await closed.Visit(language).Client.GetAsync("/dashboard");

        var page = await Visitor.PageAsync(response);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(words, page.QuerySelector("[role=timer]")!.TextContent);
    }
}
