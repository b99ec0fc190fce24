using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Tests.Usage;

public sealed class CallEndTests
{
    private static readonly Quantities Output = Quantities.Of((UsageKind.Input, 5), (UsageKind.Output, 5));
    private static readonly Quantities InputOnly = Quantities.Of((UsageKind.Input, 5));

    public static TheoryData<CallOutcome, Quantities?, string, bool, UsageStatus> Ends => new()
    {
        { CallOutcome.Completed, Output, "text", false, UsageStatus.Reported },
        { CallOutcome.Completed, Output, "", false, UsageStatus.Reported },
        { CallOutcome.Completed, null, "text", false, UsageStatus.Estimated },
        { CallOutcome.Completed, InputOnly, "", true, UsageStatus.Reported },
        { CallOutcome.Completed, null, "", true, UsageStatus.Estimated },
        { CallOutcome.Stopped, null, "text", false, UsageStatus.Stopped },
        { CallOutcome.Stopped, null, "", true, UsageStatus.Stopped },
        { CallOutcome.Failed, null, "text", true, UsageStatus.Failed },
        { CallOutcome.Failed, Output, "", true, UsageStatus.Failed },
    };

    [Theory, MemberData(nameof(Ends))]
    public void Only_a_failure_or_what_brought_nothing_is_free(CallOutcome outcome, Quantities? reported, string text, bool free, UsageStatus status)
    {
        var end = new CallEnd(outcome, reported, text);

        Assert.Equal((free, status), (end.IsFree, end.StatusOf(reported is not null)));
    }

    [Theory]
    [InlineData(false, null, null, 256, 4_096)]
    [InlineData(true, null, null, 1_024, 4_096)]
    [InlineData(false, 2_000, null, 256, 2_000)]
    [InlineData(true, 500, null, 500, 500)]
    [InlineData(false, 128_000, 64L, 64, 64)]
    public void An_answer_is_as_long_as_model_setting_and_wish_allow_and_not_cut_too_short(bool reasoning, int? model, long? wanted, long least, long most)
    {
        var offer = ModelCatalogue.Get(ModelCatalogue.DemoKey) with { Reasoning = reasoning, MaxOutput = model };

        Assert.Equal(new CallLengths(least, most), CallLengths.Of(ChatModel.Of(offer, 1), setting: 4_096, wanted));
    }
}
