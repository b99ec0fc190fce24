using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Models;

public sealed class ModelDraftTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Chains = new(StringComparer.Ordinal) { ["b"] = ["c"], ["c"] = ["d"], ["d"] = [], ["e"] = ["a"] };

    [Theory]
    [InlineData("b d", null)]
    [InlineData("", null)]
    [InlineData("b z", ChainFault.Unknown)]
    [InlineData("b b", ChainFault.Twice)]
    [InlineData("a", ChainFault.Cycle)]
    [InlineData("b e", ChainFault.Cycle)]
    public void A_chain_names_others_once_each_and_never_leads_back(string chain, ChainFault? fault) =>
        Assert.Equal(fault, new ModelDraft("A", "OpenAI") { Fallbacks = chain.Split(' ', StringSplitOptions.RemoveEmptyEntries) }.FaultOfChain("a", Chains));

    [Theory]
    [InlineData("gpt-4.1", true)]
    [InlineData("a", true)]
    [InlineData("GPT", false)]
    [InlineData("two words", false)]
    [InlineData("../up", false)]
    [InlineData("meta/llama", false)]
    [InlineData("", false)]
    public void A_key_can_stand_in_an_address(string key, bool can) => Assert.Equal(can, ModelDraft.CouldBeKey(key));
}
