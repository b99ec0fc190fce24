using SaaSChat.Domain.Prompts;

namespace SaaSChat.Domain.Tests.Prompts;

public sealed class PromptTextTests
{
    [Theory]
    [InlineData("Write to {name} about {the topic}.", "name|the topic")]
    [InlineData("اكتب إلى {الاسم} عن {الموضوع}.", "الاسم|الموضوع")]
    [InlineData("{name}, {name} and {Name}", "name|Name")]
    [InlineData("{ name }", "")]
    [InlineData("{name }", "name")]
    [InlineData("var x = new { A = 1 }; if (x) { return; }", "")]
    [InlineData("{\"json\": 1} {} {{name}}", "name")]
    public void Places_are_names_between_braces_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), PromptText.VariablesOf(text));

    [Fact]
    public void What_is_filled_in_is_not_filled_in_again()
    {
        var filled = PromptText.Fill("{a} then {b}", new Dictionary<string, string> { ["a"] = "{b}", ["b"] = "two" });

        Assert.Equal("{b} then two", filled);
    }

    [Fact]
    public void What_is_left_empty_stays_a_place() => Assert.Equal("Dear {name}", PromptText.Fill("Dear {name}", new Dictionary<string, string> { ["name"] = "" }));

    [Fact]
    public void No_more_places_are_asked_for_than_a_person_would_fill_in()
    {
        var text = string.Concat(Enumerable.Range(0, 100).Select(i => $"{{place {i}}}"));

        Assert.Equal(PromptText.MostVariables, PromptText.VariablesOf(text).Count);
    }

    [Theory]
    [InlineData("work, letters،عمل", "work|letters|عمل")]
    [InlineData(" a , A,, a", "a")]
    [InlineData("", "")]
    public void Tags_are_read_with_either_comma(string typed, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), PromptTags.Read(typed));

    [Fact]
    public void Too_many_or_too_long_tags_are_refused()
    {
        Assert.Null(PromptTags.Read(string.Join(',', Enumerable.Range(0, PromptTags.Most + 1))));
        Assert.Null(PromptTags.Read(new string('a', PromptTags.Length + 1)));
    }
}
