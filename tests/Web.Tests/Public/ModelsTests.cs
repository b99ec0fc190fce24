using AngleSharp.Dom;
using SaaSChat.Domain.Models;

namespace SaaSChat.Web.Tests.Public;

public sealed class ModelsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_model_stands_with_its_price_in_credits_and_dollars()
    {
        var page = await app.Visit().OpenAsync("/en/models");

        Assert.Equal(Offered.Select(m => m.Name), NamesOn(page));
        var haiku = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Claude Haiku 5.5", StringComparison.Ordinal));
        Assert.Contains("120,000", haiku.TextContent, StringComparison.Ordinal);
        Assert.Contains("$0.10", haiku.TextContent, StringComparison.Ordinal);
        Assert.Contains("$0.075", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("provider=Anthropic")]
    [InlineData("provider=anthropic&ability=")]
    [InlineData("provider=ANTHROPIC&ability=nonsense")]
    public async Task One_makers_models_can_be_asked_for(string question)
    {
        var page = await app.Visit().OpenAsync($"/en/models?{question}");

        Assert.Equal(Offered.Where(m => m.Provider == "Anthropic").Select(m => m.Name), NamesOn(page));
        Assert.Equal("Anthropic", page.QuerySelector("#provider option[selected]")!.TextContent);
    }

    [Fact]
    public async Task Models_of_one_strength_can_be_asked_for()
    {
        var page = await app.Visit().OpenAsync("/ar/models?ability=Small");

        Assert.Contains("Claude Haiku 5.5", NamesOn(page));
        Assert.DoesNotContain("Claude Opus 5.5", NamesOn(page));
        Assert.Equal("في الباقة المجانية", page.QuerySelector("#ability option[selected]")!.TextContent);
    }

    [Fact]
    public async Task What_is_not_known_of_a_model_is_not_made_up()
    {
        var page = await app.Visit().OpenAsync("/en/models?provider=xAI");

        var grok = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Grok 4.7", StringComparison.Ordinal));
        Assert.Equal("Not stated", grok.QuerySelector("td")!.TextContent);
    }

    [Fact]
    public async Task A_question_that_no_model_answers_says_so_and_leads_back()
    {
        var page = await app.Visit().OpenAsync("/en/models?provider=Mistral&ability=Small");

        Assert.Null(page.QuerySelector("table"));
        Assert.Equal("/en/models", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_unknown_maker_is_ignored()
    {
        var page = await app.Visit().OpenAsync("/en/models?provider=%22%3E%3Cb%3E");

        Assert.Equal(Offered.Count(), NamesOn(page).Count());
    }

    private static IEnumerable<ModelOffer> Offered => ModelCatalogue.All.Where(m => m.ComesEnabled);

    private static IEnumerable<string> NamesOn(IParentNode page) => page.QuerySelectorAll("tbody th > bdi").Select(e => e.TextContent);
}
