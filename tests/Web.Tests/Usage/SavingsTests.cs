using SaaSChat.Web.Tests.Chats;

namespace SaaSChat.Web.Tests.Usage;

public sealed class SavingsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_was_said_before_could_have_come_from_the_cache()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-cache");
        var talk = await app.AddTalkAsync(person.UserId, "Long talk", DateTime.UtcNow);
        foreach (var input in new[] { 10_000, 12_000 })
            await app.EndAsync((await app.OpenAsync(person, "gpt-4o", prompt: new(20_000, 20_000), conversation: talk.Id)).Call!, Calls.Reported(input, 0));

        var card = (await sara.OpenAsync("/usage/savings")).QuerySelector("#saving-Cache-gpt-4o")!;

        // 10,000 tokens again, at half of $2.50 a million, and a fifth on top.
        Assert.Contains("15,000 credits", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("36,000 credits", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Short_questions_could_have_gone_to_a_cheaper_model_of_the_same_abilities()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-cheaper");
        await app.EndAsync((await app.OpenAsync(person, "gpt-4o")).Call!, Calls.Reported(1_000, 500));

        var card = (await sara.OpenAsync("/usage/savings")).QuerySelector("#saving-CheaperModel-gpt-4o")!;

        Assert.Contains("9,000 credits", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("same abilities", card.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Nothing to save")]
    [InlineData("ar", "لا شيء لتوفيره")]
    public async Task Whoever_asked_nothing_has_nothing_to_save(string language, string said)
    {
        var (hana, _) = await app.SignInBuyerAsync($"hana-saves-{language}", language);

        Assert.Contains(said, (await hana.OpenAsync("/usage/savings")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }
}
