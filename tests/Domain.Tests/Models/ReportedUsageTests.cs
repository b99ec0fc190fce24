using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Models;

public sealed class ReportedUsageTests
{
    [Fact]
    public void OpenAI_counts_cached_and_heard_tokens_inside_the_prompt_and_reasoning_inside_the_answer() =>
        AssertKinds(
            new OpenAiUsage(Prompt: 1_000, Completion: 500, Total: 1_500, Cached: 600, CacheWritten: 100, AudioIn: 50, AudioOut: 20, Reasoning: 400).Disjoint(),
            (UsageKind.Input, 250), (UsageKind.CacheRead, 600), (UsageKind.CacheWriteShort, 100), (UsageKind.AudioInput, 50), (UsageKind.Output, 480), (UsageKind.AudioOutput, 20));

    [Fact]
    public void Anthropic_counts_the_cache_beside_the_input_and_splits_what_was_written() =>
        AssertKinds(
            new AnthropicUsage(Input: 11, Output: 5, CacheRead: 7, CacheWritten: 140_522, WrittenForFiveMinutes: 40_522, WrittenForAnHour: 100_000).Disjoint(),
            (UsageKind.Input, 11), (UsageKind.CacheRead, 7), (UsageKind.CacheWriteShort, 40_522), (UsageKind.CacheWriteLong, 100_000), (UsageKind.Output, 5));

    [Theory]
    [InlineData(100L, null, null, 100, 0)]
    [InlineData(100L, 30L, null, 100, 0)]
    [InlineData(100L, 30L, 60L, 40, 60)]
    [InlineData(100L, 70L, 60L, 70, 60)]
    [InlineData(null, 30L, 60L, 30, 60)]
    public void What_the_split_leaves_out_was_written_for_the_usual_time(long? written, long? brief, long? hour, long shortly, long longly)
    {
        var used = new AnthropicUsage(0, 0, CacheWritten: written, WrittenForFiveMinutes: brief, WrittenForAnHour: hour).Disjoint()!;

        Assert.Equal((shortly, longly), (used[UsageKind.CacheWriteShort], used[UsageKind.CacheWriteLong]));
    }

    [Fact]
    public void More_cached_than_sent_is_all_cached_and_never_less_than_nothing_fresh() =>
        AssertKinds(new OpenAiUsage(Prompt: 100, Completion: 1, Cached: 150, CacheWritten: 40).Disjoint(), (UsageKind.CacheRead, 100), (UsageKind.Output, 1));

    [Theory]
    [InlineData(10L, 90L, 200L, 100)]
    [InlineData(10L, 90L, 110L, 10)]
    [InlineData(10L, 90L, null, 100)]
    [InlineData(90L, 10L, null, 90)]
    public void Reasoning_that_is_counted_beside_the_answer_is_output_too(long completion, long reasoning, long? total, long output) =>
        Assert.Equal(output, new OpenAiUsage(Prompt: 100, completion, total, Reasoning: reasoning).Disjoint()![UsageKind.Output]);

    [Fact]
    public void Zero_is_a_report_and_nothing_is_none()
    {
        Assert.True(new OpenAiUsage(0, 0).Disjoint()!.IsNothing);
        Assert.True(new AnthropicUsage(0, 0).Disjoint()!.IsNothing);
        Assert.Null(new OpenAiUsage(null, 5).Disjoint());
        Assert.Null(new OpenAiUsage(5, null).Disjoint());
        Assert.Null(new AnthropicUsage(null, 5).Disjoint());
        Assert.Null(new AnthropicUsage(5, null).Disjoint());
    }

    [Fact]
    public void Numbers_that_cannot_be_are_not_believed()
    {
        Assert.Null(new OpenAiUsage(-1, 5).Disjoint());
        Assert.Null(new OpenAiUsage(5, long.MaxValue).Disjoint());
        Assert.Null(new OpenAiUsage(5, 5, Cached: -1).Disjoint());
        Assert.Null(new AnthropicUsage(5, 5, CacheRead: long.MinValue).Disjoint());
        Assert.Null(new AnthropicUsage(5, 5, WrittenForAnHour: long.MaxValue, WrittenForFiveMinutes: long.MaxValue).Disjoint());
    }

    private static void AssertKinds(Quantities? used, params (UsageKind Kind, long Count)[] expected) =>
        Assert.Equal(expected.ToDictionary(e => e.Kind, e => e.Count), used!.Counts.ToDictionary());
}
