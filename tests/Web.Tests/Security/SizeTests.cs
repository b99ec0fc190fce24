using System.Net;

namespace SaaSChat.Web.Tests.Security;

public sealed class SizeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_is_too_large_is_refused_in_words()
    {
        using var response = await PostAsync(new FormUrlEncodedContent([KeyValuePair.Create("x", new string('x', 2_000_000))]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.NotNull((await Visitor.PageAsync(response)).QuerySelector("h1"));
        SecurityHeaders.AssertOn(response);
    }

    [Fact]
    public async Task A_form_with_too_many_fields_is_refused()
    {
        using var response = await PostAsync(new FormUrlEncodedContent(Enumerable.Range(0, 600).Select(i => KeyValuePair.Create($"f{i}", "x"))));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task The_limit_is_a_setting()
    {
        using var node = app.Node(("Limits:BodyBytes", "5000"));
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("x", new string('x', 6_000))]);

        using var response = await node.Visit().Client.PostAsync("/account/sign-in", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(HttpContent content) => app.Visit().Client.PostAsync("/account/sign-in", content);
}
