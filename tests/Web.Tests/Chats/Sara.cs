using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Sara asks a model on the wire.</summary>
internal static class Sara
{
    public const long Plenty = 10_000_000;
    public const string Model = "gpt-5.4-nano";

    public static async Task<string> AskAsync(this Visitor person, string question = "Hello", string model = Model)
    {
        using var sent = await person.SubmitAsync("/chat", "/chat", ("Input.Text", question), ("Input.Model", model));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.OriginalString;
    }

    /// <summary>The newest answer, once so many words of it are kept, which is once a second.</summary>
    public static async Task<Message> WrittenAsync(this WebApplicationFactory<Program> app, string chat)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if ((await app.MessagesAsync(chat))[^1] is { Text.Length: > 0 } answer) return answer;
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>The title of a new chat is asked of the same server.</summary>
    public static IReadOnlyList<AskedRequest> Answers(this ModelServer server) => [.. server.Asked.Where(a => !a.IsForTitle())];

    public static bool IsForTitle(this AskedRequest asked) => asked.Body.ToJsonString().Contains("Write a title", StringComparison.Ordinal);

    /// <summary>Nothing is held any more, and what is gone is what the answers cost.</summary>
    public static async Task AssertPaidAsync(this WebApplicationFactory<Program> app, Guid account, long had, long credits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            // A title may be asked for and paid for meanwhile.
            var titles = await app.AskAsync(db => db.UsageRecords.Where(r => r.AccountId == account && r.Source == Domain.Usage.UsageSource.Title).SumAsync(r => r.Credits));
            var (balance, left) = (await app.BalanceAsync(account), had - credits - titles);
            if (balance.Held == 0 && balance.Spendable == left) break;
            if (patience.IsCancellationRequested) Assert.Equal((0L, left), (balance.Held, balance.Spendable));
            await Task.Delay(50);
        }

        await app.AssertBooksAreWholeAsync();
    }
}
