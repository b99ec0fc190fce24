using System.Net;
using AngleSharp.Html.Dom;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class LimitsPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Limits = "/account/limits";

    [Fact]
    public async Task The_state_of_every_limit_stands_there_with_its_mark_and_its_end()
    {
        var (nadia, visitor) = await SignedInAsync("nadia-sees", "en");
        var open = await app.OpenAsync(nadia, wanted: 300);
        await app.EndAsync(open.Call!, Calls.Reported(8_000, 500));

        var page = await visitor.OpenAsync(Limits);

        var day = page.QuerySelector($"#limit-{LimitKind.DayTokens}")!;
        Assert.Contains("8,500 of 10,000 used", day.TextContent, StringComparison.Ordinal);
        Assert.Contains("You passed 80% of it", day.TextContent, StringComparison.Ordinal);
        Assert.Equal("85", day.QuerySelector("meter")!.GetAttribute("value"));
        Assert.Equal("80", day.QuerySelector("line")!.GetAttribute("x1"));
        Assert.Contains("$5.00", page.QuerySelector($"#limit-{LimitKind.DayCost}")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll($"#limit-{LimitKind.MonthTokens} .alert"));
    }

    [Fact]
    public async Task Own_limits_are_lowered_as_they_are_typed_and_hold_at_once()
    {
        var (nadia, visitor) = await SignedInAsync("nadia-lowers", "ar");

        using var saved = await SetAsync(visitor, dayTokens: "٢٬٠٠٠", dayCost: "0.5");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await visitor.OpenAsync(Limits);
        Assert.Equal(("2000", "0.5"), (Value(page, "DayTokens"), Value(page, "DayCost")));
        Assert.Equal(1_700, (await app.OpenAsync(nadia)).Call!.OutputCap);
    }

    [Theory]
    [InlineData("DayTokens", "10001", "You were given 10,000")]
    [InlineData("DayTokens", "-1", "Enter a whole number of tokens")]
    [InlineData("DayTokens", "1.5", "Enter a whole number of tokens")]
    [InlineData("DayCost", "5.01", "You were given")]
    [InlineData("DayCost", "a lot", "Enter an amount in dollars")]
    [InlineData("WarnAt", "0", "Enter a whole number from 1 to 99")]
    [InlineData("WarnAt", "", "Enter a whole number from 1 to 99")]
    public async Task What_raises_a_limit_or_is_none_is_refused_at_its_field(string field, string typed, string refusal)
    {
        var (_, visitor) = await SignedInAsync($"omar-{field}-{Math.Abs(typed.GetHashCode(StringComparison.Ordinal))}", "en");

        using var refused = await visitor.SubmitAsync(Limits, Limits, ("Input.WarnAt", field == "WarnAt" ? typed : "80"), ($"Input.{field}", typed));

        var page = await Visitor.PageAsync(refused);
        Assert.StartsWith(refusal, page.QuerySelector($"#Input_{field}-error")!.TextContent.Trim('\u2068', '\u2069'), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SetAsync(Visitor visitor, string dayTokens, string dayCost) => visitor.SubmitAsync(
        Limits, Limits, ("Input.IsOn", "true"), ("Input.DayTokens", dayTokens), ("Input.DayCost", dayCost), ("Input.WarnAt", "80"));

    private static string? Value(IHtmlDocument page, string field) => page.QuerySelector($"#Input_{field}")!.GetAttribute("value");

    private async Task<(Person, Visitor)> SignedInAsync(string name, string language)
    {
        var (person, visitor) = (await app.AddGuestOfTheHouseAsync(name, 1_000_000), app.Visit(language));
        Assert.Equal(HttpStatusCode.Redirect, await visitor.SignInAsync($"{name}@example.com", People.Password));
        return (person, visitor);
    }
}
