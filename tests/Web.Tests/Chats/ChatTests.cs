using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Sara has credits and omar has none; both chat without JavaScript.</summary>
public sealed class ChatTests(TestApp app) : IClassFixture<TestApp>
{
    private const long Plenty = 1_000_000;

    [Fact]
    public async Task A_question_is_answered_and_charged_to_the_credit()
    {
        var (sara, account) = await RichAsync("sara");

        var chat = await sara.BeginAsync("Hello");
        var answer = await app.AnswerAsync(chat);

        Assert.Equal((MessageState.Complete, AnswerEnding.Finished), (answer.State, answer.Ending));
        Assert.NotEmpty(answer.Text);
        var record = await app.AskAsync(db => db.UsageRecords.SingleAsync(r => r.HoldId == answer.HoldId));
        Assert.Equal((UsageSource.Chat, UsageStatus.Reported, answer.Credits), (record.Source, record.Status, record.Credits));
        Assert.Equal(Plenty - answer.Credits, await app.SpendableAsync(account));
        Assert.Equal(0, (await app.BalanceAsync(account)).Held);
    }

    [Fact]
    public async Task The_page_shows_both_and_what_the_answer_cost()
    {
        var (sara, _) = await RichAsync("sara-reads");

        var chat = await sara.BeginAsync("What is <b>bold</b>?");
        await app.AnswerAsync(chat);
        var page = await sara.OpenAsync(chat);

        Assert.Equal("What is <b>bold</b>?", page.QuerySelector(".said")!.TextContent.Trim());
        Assert.NotEmpty(page.QuerySelector(".reply .answer")!.TextContent.Trim());
        Assert.Contains("credit", page.QuerySelector(".message-cost")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[hx-sse\\:connect]"));
    }

    [Fact]
    public async Task Asking_without_enough_credits_changes_nothing_and_says_what_is_missing()
    {
        var omar = await app.SignedInAsync("omar-poor");

        using var answer = await omar.SubmitAsync("/chat", "/chat", ("Input.Text", "hi there"), ("Input.Model", "demo"));
        var page = await Visitor.PageAsync(answer);

        Assert.Equal(HttpStatusCode.PaymentRequired, answer.StatusCode);
        Assert.Equal("hi there", page.QuerySelector("#say")!.TextContent);
        Assert.NotNull(page.QuerySelector("#composer .alert a[href='/balance']"));
        Assert.False(await app.AskAsync(db => db.Conversations.AnyAsync(c => db.Users.Any(u => u.Id == c.UserId && u.Email == "omar-poor@example.com"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Nothing_is_asked_without_a_word(string text)
    {
        var (sara, account) = await RichAsync($"sara-empty-{text.Length}");

        using var answer = await sara.SubmitAsync("/chat", "/chat", ("Input.Text", text), ("Input.Model", "demo"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(Plenty, await app.SpendableAsync(account));
    }

    [Fact]
    public async Task What_is_too_long_comes_back_as_it_was_typed()
    {
        var (sara, _) = await RichAsync("sara-long");
        var typed = new string('a', Message.MostTyped + 1);

        using var answer = await sara.SubmitAsync("/chat", "/chat", ("Input.Text", typed), ("Input.Model", "demo"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(typed, (await Visitor.PageAsync(answer)).QuerySelector("#say")!.TextContent);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_asks_once()
    {
        var (sara, _) = await RichAsync("sara-twice");
        var id = Guid.NewGuid().ToString();

        using var first = await sara.SubmitAsync("/chat", "/chat", ("Input.Text", "once"), ("Input.Model", "demo"), ("Input.ClientId", id));
        using var second = await sara.SubmitAsync("/chat", "/chat", ("Input.Text", "once"), ("Input.Model", "demo"), ("Input.ClientId", id));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(2, (await app.MessagesAsync(first.Headers.Location!.OriginalString)).Length);
    }

    [Fact]
    public async Task An_answer_that_is_asked_again_stands_beside_the_old_one()
    {
        var (sara, _) = await RichAsync("sara-again");
        var chat = await sara.BeginAsync("Hello");
        var old = await app.AnswerAsync(chat);

        Assert.Equal(HttpStatusCode.Redirect, await sara.PressAsync(chat, $"{chat}/m/{old.Id}/again"));
        var anew = await app.AnswerAsync(chat);

        Assert.Equal((old.ParentId, true), (anew.ParentId, old.Id != anew.Id));
        Assert.Contains("2 / 2", (await sara.OpenAsync(chat)).QuerySelector($"#m-{anew.Id} .beside")!.TextContent, StringComparison.Ordinal);

        await sara.PressAsync(chat, $"{chat}/m/{old.Id}/choice");
        Assert.NotNull((await sara.OpenAsync(chat)).QuerySelector($"#m-{old.Id}"));
    }

    [Fact]
    public async Task An_answer_is_asked_again_of_the_model_that_is_chosen_now()
    {
        var (sara, _) = await RichAsync("sara-again-by");
        var chat = await sara.BeginAsync("Hello");
        var old = await app.AnswerAsync(chat);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await sara.PressAsync(chat, $"{chat}/m/{old.Id}/again", ("Input.Model", "no-such-model")));
        Assert.Equal(2, (await app.MessagesAsync(chat)).Length);
    }

    [Fact]
    public async Task A_question_put_differently_begins_a_branch_and_the_old_one_stays()
    {
        var (sara, _) = await RichAsync("sara-edits");
        var chat = await sara.BeginAsync("First words");
        await app.AnswerAsync(chat);
        var question = (await app.MessagesAsync(chat))[0];

        using var sent = await sara.SubmitAsync($"{chat}/m/{question.Id}/edit", $"{chat}/m/{question.Id}/edit", ("Input.Text", "Other words"));
        await app.AnswerAsync(chat);
        var page = await sara.OpenAsync(chat);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(["Other words"], page.QuerySelectorAll(".said").Select(s => s.TextContent.Trim()));
        Assert.Equal(4, (await app.MessagesAsync(chat)).Length);
    }

    [Fact]
    public async Task Somebody_else_s_conversation_is_not_there()
    {
        var (sara, _) = await RichAsync("sara-private");
        var (eve, _) = await RichAsync("eve");
        var chat = await sara.BeginAsync("A secret");
        var answer = await app.AnswerAsync(chat);
        var own = await eve.BeginAsync("Mine");
        await app.AnswerAsync(own);

        Assert.Equal(HttpStatusCode.NotFound, await eve.StatusAsync(chat));
        Assert.Equal(HttpStatusCode.NotFound, await eve.StatusAsync($"{chat}/m/{answer.Id}/stream"));
        Assert.Equal(HttpStatusCode.NotFound, await eve.StatusAsync($"{chat}/before/{answer.Id}"));
        foreach (var verb in new[] { "again", "continuation", "stop", "choice" })
            Assert.Equal(HttpStatusCode.NotFound, await eve.PressAsync(own, $"{chat}/m/{answer.Id}/{verb}"));
        Assert.Equal(2, (await app.MessagesAsync(chat)).Length);
    }

    [Fact]
    public async Task A_model_that_is_not_offered_is_refused()
    {
        var (nour, account) = await RichAsync("nour");

        using var answer = await nour.SubmitAsync("/chat", "/chat", ("Input.Text", "hi"), ("Input.Model", "no-such-model"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(Plenty, await app.SpendableAsync(account));
    }

    private Task<(Visitor Visitor, Guid Account)> RichAsync(string name) => app.BuyerAsync(name, Plenty);
}
