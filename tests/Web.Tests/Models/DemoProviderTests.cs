using System.Text;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Models.Demo;

namespace SaaSChat.Web.Tests.Models;

public sealed class DemoProviderTests
{
    private static readonly ProviderAccess Access = new(DemoProvider.Name, null, null);
    private readonly DemoProvider _demo = new(new DemoOptions { Delay = TimeSpan.Zero });

    [Fact]
    public async Task It_says_what_it_is_and_how_real_models_are_turned_on()
    {
        var answer = await AskAsync("What is the capital of Oman?");

        Assert.Contains("What is the capital of Oman?", answer.Text, StringComparison.Ordinal);
        Assert.Contains("demo model", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Providers__OpenAI__ApiKey", answer.Text, StringComparison.Ordinal);
        Assert.Equal(AnswerEnd.Complete, answer.End);
    }

    [Fact]
    public async Task It_answers_an_Arabic_question_in_Arabic()
    {
        var answer = await AskAsync("ما عاصمة عُمان؟");

        Assert.Contains("النموذج التجريبي", answer.Text, StringComparison.Ordinal);
        Assert.Contains("ما عاصمة عُمان؟", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("demo model", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Show me some code", "```python")]
    [InlineData("اكتب لي كودًا قصيرًا", "```python")]
    [InlineData("A table of cities, please", "|:---|")]
    [InlineData("أريد جدولًا بالمدن", "|:---|")]
    [InlineData("Some MATH?", "$$")]
    [InlineData("حدثني عن الرياضيات", "$$")]
    [InlineData("a list", "1. ")]
    [InlineData("أعطني قائمة", "1. ")]
    public async Task It_shows_off_what_it_is_asked_for(string question, string shown) =>
        Assert.Contains(shown, (await AskAsync(question)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Is this notable?")]
    [InlineData("هل لديك فكرة؟")]
    public async Task A_word_that_only_contains_another_asks_for_nothing(string question)
    {
        var answer = await AskAsync(question);

        Assert.DoesNotContain("|:---|", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Reasoning);
    }

    [Theory]
    [InlineData("Think first", "demo model")]
    [InlineData("فكّر قبل أن تجيب", "نموذج تجريبي")]
    public async Task It_thinks_aloud_before_it_answers_when_it_is_told_to(string question, string thought)
    {
        var answer = await AskAsync(question);

        Assert.Contains(thought, answer.Reasoning, StringComparison.Ordinal);
        Assert.IsType<AnswerPiece.Reasoning>(answer.Pieces[0]);
        Assert.NotEmpty(answer.Text);
    }

    [Theory]
    [InlineData("Tell me a long story", 2_000)]
    [InlineData("احكِ لي قصة طويلة", 1_400)]
    public async Task A_long_answer_has_thousands_of_words(string question, int words)
    {
        var answer = await AskAsync(question);

        Assert.True(answer.Text.Split(' ').Length > words);
        Assert.Equal(AnswerEnd.Complete, answer.End);
        Assert.All(answer.Pieces.OfType<AnswerPiece.Text>(), piece => Assert.InRange(piece.Value.Length, 1, 60));
    }

    [Fact]
    public async Task The_same_question_has_the_same_answer() =>
        Assert.Equal((await AskAsync("Code and a table")).Pieces.OfType<AnswerPiece.Text>(), (await AskAsync("Code and a table")).Pieces.OfType<AnswerPiece.Text>());

    [Theory]
    [InlineData("Tell me a long story", 100)]
    [InlineData("احكِ لي قصة طويلة", 101)]
    [InlineData("فكّر في قصة طويلة", 70)]
    public async Task It_ends_where_its_answer_may_get_no_longer(string question, long most)
    {
        var answer = await AskAsync(question, most);

        Assert.Equal(AnswerEnd.Length, answer.End);
        Assert.InRange(answer.Usage[UsageKind.Output], most - 1, most);
        Assert.DoesNotContain('\uFFFD', answer.Text);
    }

    [Theory]
    [InlineData("Hello")]
    [InlineData("مرحبا، كيف حالك اليوم؟")]
    [InlineData("Code, a table, math and a long answer")]
    [InlineData("فكّر ثم أعطني جدولًا وكودًا")]
    [InlineData("🙂🙂🙂")]
    [InlineData("")]
    public async Task What_it_counts_is_exact_and_never_more_than_the_estimate(string question)
    {
        var request = Request(question) with { Instructions = "Be kind. كن لطيفًا" };
        var answer = await AskAsync(request);

        var bytes = Encoding.UTF8.GetByteCount(answer.Text) + Encoding.UTF8.GetByteCount(answer.Reasoning);
        Assert.Equal((bytes + 3) / 4, answer.Usage[UsageKind.Output]);
        Assert.InRange(answer.Usage[UsageKind.Output], 1, TokenEstimate.OfText(answer.Text).Most + TokenEstimate.OfText(answer.Reasoning).Most);
        Assert.InRange(answer.Usage[UsageKind.Input], 1, TokenEstimate.OfPrompt(request.Texts).Most);
    }

    [Fact]
    public async Task A_very_short_answer_is_a_title() =>
        Assert.Equal("How do I cook rice for", (await AskAsync("How do I cook rice for twenty people?", 32)).Text);

    [Fact]
    public async Task It_stops_when_nobody_listens_any_more()
    {
        using var leaves = new CancellationTokenSource();
        var slow = new DemoProvider(new DemoOptions { Delay = TimeSpan.FromMilliseconds(1) });
        var heard = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in slow.AnswerAsync(Request("A long story"), Access, leaves.Token))
            {
                if (++heard == 3) await leaves.CancelAsync();
            }
        });

        Assert.Equal(3, heard);
    }

    private static ChatRequest Request(string question, long most = 4_096) => new("call", ModelCatalogue.DemoKey, [new ChatTurn(ChatRole.User, question)], most);

    private Task<HeardAnswer> AskAsync(string question, long most = 4_096) => AskAsync(Request(question, most));

    private Task<HeardAnswer> AskAsync(ChatRequest request) => HeardAnswer.OfAsync(_demo.AnswerAsync(request, Access, default));
}
