using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;
using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Credit for so many answers, and sixty-four chats that are begun at once.</summary>
public sealed class NoOverspendTests
{
    private const int Chats = 64;

    public static TheoryData<int> Counts => [.. Size.IsFull ? Enumerable.Range(0, 9) : [0, 3, 8]];

    [Theory, MemberData(nameof(Counts))]
    public async Task Exactly_as_many_are_asked_as_there_is_credit_for_whoever_pays(int count)
    {
        var gate = new TaskCompletionSource();
        await using var server = await ModelServer.StartAsync(asked => asked.IsForTitle()
            ? OpenAiScripts.OpenAi("So it is")
            : ModelScript.Streaming.OpenAiText("Yes.").Waits(gate.Task).OpenAiEnd().OpenAiUsage(12, 4_000).OpenAiDone());
        await using var app = new ModelApp(server);
        var price = await PriceAsync(app);
        var people = new[] { await ComeAsync(app, "sara", count * price), await ComeAsync(app, "omar", count * price) };

        var sent = await Task.WhenAll(people.SelectMany((person, i) => Enumerable.Range(0, Chats).Select(_ => Task.Run(() => AskAsync(person.Visitor, person.Token)))));

        Assert.Equal(2 * count, sent.Count(status => status == HttpStatusCode.Redirect));
        Assert.Equal((2 * Chats) - (2 * count), sent.Count(status => status == HttpStatusCode.PaymentRequired));
        gate.SetResult();
        foreach (var person in people)
        {
            await WholeAsync(app, person.Account);
            Assert.Equal(count, await app.AskAsync(db => db.UsageRecords.CountAsync(r => r.AccountId == person.Account && r.Source == Domain.Usage.UsageSource.Chat)));
        }

        // And one by nour, who tried what it costs.
        Assert.Equal((2 * count) + 1, server.Answers().Count(a => a.Body.ToJsonString().Contains("Is it so?", StringComparison.Ordinal)));
        await app.AssertBooksAreWholeAsync();
    }

    // What one such answer sets aside at most.
    private static async Task<long> PriceAsync(ModelApp app)
    {
        var nour = await ComeAsync(app, "nour", Sara.Plenty);
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(nour.Visitor, nour.Token));
        return await app.AskAsync(db => db.CreditHolds.Where(h => h.AccountId == nour.Account).Select(h => h.Amount).SingleAsync());
    }

    private static async Task<(Visitor Visitor, Guid Account, string Token)> ComeAsync(ModelApp app, string name, long credits)
    {
        var user = await app.AddUserAsync($"{name}@example.com", plan: PlanCatalogue.Premium);
        var account = await app.AccountOfAsync(user);
        if (credits > 0) await app.GiveAsync(account, credits);
        var visitor = app.Visit();
        await visitor.SignInAsync($"{name}@example.com", People.Password);
        return (visitor, account, (await visitor.OpenAsync("/chat")).QuerySelector("meta[name=csrf]")!.GetAttribute("content")!);
    }

    private static async Task<HttpStatusCode> AskAsync(Visitor visitor, string token)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token), new("Input.Text", "Is it so?"), new("Input.Model", Sara.Model), new("Input.ClientId", Guid.NewGuid().ToString()),
        ]);
        using var answer = await visitor.Client.PostAsync("/chat", form);
        return answer.StatusCode;
    }

    private static async Task WholeAsync(ModelApp app, Guid account)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await app.BalanceAsync(account)).Held > 0) await Task.Delay(50, patience.Token);
        Assert.True((await app.BalanceAsync(account)) is { Available: >= 0, Debt: 0 });
    }
}
