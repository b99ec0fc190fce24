using SaaSChat.Domain.Chats;
using SaaSChat.Web.Tests.Credits.Reliability;

namespace SaaSChat.Web.Tests.Chats;

public sealed class TurnTests(SteppedApp app) : IClassFixture<SteppedApp>
{
    private const int Turns = 5;

    [Fact]
    public async Task A_question_and_its_answer_are_two_commits()
    {
        var (sara, _) = await app.BuyerAsync("sara-commits", 10_000_000);
        var chat = await sara.BeginAsync("Hello");
        await app.AnswerAsync(chat);
        var commits = new List<int>();

        for (var turn = 0; turn < Turns; turn++)
        {
            var before = app.Steps.Committed;
            await sara.SayAsync(chat, "Hello again");
            Assert.Equal(MessageState.Complete, (await app.AnswerAsync(chat)).State);
            commits.Add(app.Steps.Committed - before);
        }

        // An answer is seen a moment before its commit is counted, and the node's jobs and the keeping of progress commit too: the turn in the middle has neither.
        Assert.Equal(2, commits.Order().ElementAt(Turns / 2));
    }
}
