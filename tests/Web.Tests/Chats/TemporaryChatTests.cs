using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Sara asks what she does not want to keep.</summary>
public sealed class TemporaryChatTests(TestApp app) : IClassFixture<TestApp>
{
    private const long Plenty = 1_000_000;

    [Fact]
    public async Task It_stands_in_no_list_and_says_when_it_goes()
    {
        var (sara, _) = await app.BuyerAsync("sara-brief", Plenty);

        var chat = await BeginAsync(sara);
        var page = await sara.OpenAsync(chat);

        Assert.NotNull(page.QuerySelector(".temporary"));
        foreach (var list in new[] { "/chat/all", "/dashboard", "/chat" }) Assert.Null((await sara.OpenAsync(list)).QuerySelector($"a[href='{chat}']"));
    }

    [Fact]
    public async Task It_is_deleted_a_while_after_its_last_question()
    {
        var (sara, account) = await app.BuyerAsync("sara-gone", Plenty);
        var (chat, kept) = (await BeginAsync(sara), await sara.BeginAsync("Stay"));
        await app.AnswerAsync(chat);
        await app.AskAsync(db => db.Conversations.Where(c => c.Id == Chatting.IdOf(chat)).ExecuteUpdateAsync(c => c.SetProperty(x => x.GoesAt, DateTime.UtcNow.AddMinutes(-1))));

        await app.InScopeAsync(async services =>
        {
            await ActivatorUtilities.CreateInstance<RetentionJob>(services).RunAsync(default, default);
            return true;
        });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await sara.StatusAsync(chat), await sara.StatusAsync(kept)));
        Assert.True(await app.AskAsync(db => db.UsageRecords.AnyAsync(r => r.AccountId == account)));
    }

    [Fact]
    public async Task Kept_it_is_a_chat_like_any_other()
    {
        var (sara, _) = await app.BuyerAsync("sara-keeps", Plenty);
        var chat = await BeginAsync(sara);

        using var kept = await sara.SubmitAsync(chat, $"{chat}/keeping");

        Assert.Null((await sara.OpenAsync(chat)).QuerySelector(".temporary"));
        Assert.NotNull((await sara.OpenAsync("/chat/all")).QuerySelector($"a[href='{chat}']"));
    }

    [Fact]
    public async Task Nobody_else_can_keep_it()
    {
        var (sara, _) = await app.BuyerAsync("sara-own", Plenty);
        var (omar, _) = await app.BuyerAsync("omar-other", Plenty);
        var chat = await BeginAsync(sara);
        var mine = await BeginAsync(omar);

        Assert.Equal(HttpStatusCode.NotFound, await omar.PressAsync(mine, $"{chat}/keeping"));
    }

    private static async Task<string> BeginAsync(Visitor person)
    {
        using var begun = await person.SubmitAsync("/chat?temporary=true", "/chat", ("Input.Text", "Hello"), ("Input.Model", "demo"));
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return begun.Headers.Location!.OriginalString;
    }
}
