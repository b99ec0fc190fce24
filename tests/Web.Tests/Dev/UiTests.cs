using System.Net;

namespace SaaSChat.Web.Tests.Dev;

public sealed class UiTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_component_stands_there_in_both_directions()
    {
        var page = await app.Visit().OpenAsync("/dev/ui");

        foreach (var component in new[] { ".btn-primary", ".field .error", ".alert-danger", ".badge-gold", ".table .num", "meter", ".tabs", ".card", ".kpi", ".empty", "dialog", ".menu", ".pager", "figure canvas", ".prose", "pre" })
        {
            Assert.NotNull(page.QuerySelector($"[dir=ltr] {component}"));
            Assert.NotNull(page.QuerySelector($"main [dir=rtl] {component}"));
        }

        Assert.DoesNotContain("Dev.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_a_missing_page_outside_Development()
    {
        await using var unused = new TestApp();
        await using var production = unused.Production();

        using var response = await production.CreateClient().GetAsync("/dev/ui");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("Success", "status")]
    [InlineData("Danger", "alert")]
    public async Task News_survive_one_redirect_and_are_told_once(string kind, string role)
    {
        var sara = app.Visit();

        using var response = await sara.SubmitAsync("/dev/ui", "/dev/ui?handler=Toast", ("kind", kind));

        var page = await sara.OpenAsync(response.Headers.Location!.OriginalString);
        Assert.NotNull(page.QuerySelector($"[role={role}] .toast"));
        Assert.Null((await sara.OpenAsync("/dev/ui")).QuerySelector($"[role={role}] .toast"));
    }

    [Fact]
    public async Task A_field_ties_its_hint_and_its_refusal_to_the_control()
    {
        var page = await app.Visit().OpenAsync("/dev/ui");

        var (plain, refused) = (page.GetElementById("en_Input_Plain")!, page.GetElementById("en_Input_Refused")!);
        Assert.Equal("en_Input_Plain-hint", plain.GetAttribute("aria-describedby"));
        Assert.Null(plain.GetAttribute("aria-invalid"));
        Assert.Equal("true", refused.GetAttribute("aria-invalid"));
        Assert.NotNull(page.GetElementById(refused.GetAttribute("aria-describedby")!));
    }
}
