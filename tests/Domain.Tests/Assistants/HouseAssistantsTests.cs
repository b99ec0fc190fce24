using SaaSChat.Domain.Assistants;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Domain.Tests.Assistants;

public sealed class HouseAssistantsTests
{
    [Fact]
    public void A_new_site_has_four_in_both_languages()
    {
        Assert.Equal(["code", "summarise", "translate", "write"], HouseAssistants.All.Keys.Order(StringComparer.Ordinal));
        Assert.All(HouseAssistants.All.Values, draft =>
        {
            Assert.All(new[] { draft.Words, draft.ArabicWords! }, words =>
            {
                Assert.InRange(words.Name.Length, 1, AssistantWords.NameLength);
                Assert.InRange(words.About.Length, 1, AssistantWords.AboutLength);
                Assert.Equal(AssistantWords.MostStarters, words.Starters.Count);
            });
            Assert.Equal(TextDirection.LeftToRight, TextDirection.Of(draft.Words.About));
            Assert.Equal(TextDirection.RightToLeft, TextDirection.Of(draft.ArabicWords!.About));
            Assert.InRange(draft.Instructions.Length, 100, AssistantDraft.InstructionsLength);
        });
    }

    [Fact]
    public void An_assistant_speaks_the_readers_language_where_it_can()
    {
        var both = Assistant.OfTheHouse("code", HouseAssistants.All["code"], DateTime.UnixEpoch);
        var one = Assistant.Make(Guid.NewGuid(), new AssistantDraft(new("Chef", "", []), null, AssistantPicture.Food, "Cook.", null, null), DateTime.UnixEpoch);

        Assert.Equal(("Code", "البرمجة"), (both.WordsIn("en").Name, both.WordsIn("ar").Name));
        Assert.Equal("Chef", one.WordsIn("ar").Name);
    }

    [Theory]
    [InlineData(null, false, null)]
    [InlineData("Be brief.", false, "Be brief.")]
    [InlineData("Be brief.", true, "Be brief.\n\nAbout the person you talk to:\nA nurse.\n\nHow they want to be answered:\nIn Arabic.")]
    [InlineData(null, true, "About the person you talk to:\nA nurse.\n\nHow they want to be answered:\nIn Arabic.")]
    public void The_assistant_is_heard_before_the_person(string? assistant, bool isOn, string? expected)
    {
        var own = OwnInstructions.Of(Guid.NewGuid());
        own.Change("A nurse.", "In Arabic.", isOn);

        Assert.Equal(expected, Instructions.Of(assistant, own));
    }
}
