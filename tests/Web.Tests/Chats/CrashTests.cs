using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Models;
using SaaSChat.Web.Tests.Operations;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>The node that answers sara is killed; another one, which only shares its database, puts things in order.</summary>
public sealed class CrashTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    [LinuxFact]
    public async Task What_a_killed_node_had_written_is_kept_and_charged_as_far_as_it_was_seen()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiText("What came before the crash").Hangs());
        var buyer = await app.BuyerAsync("sara", Sara.Plenty);
        using var folder = new Workplace();
        string chat;
        using (var doomed = RunningProgram.Start([], folder.Development(
            [("ConnectionStrings__Default", app.ConnectionString), ("Database__Provider", TestDatabase.Provider), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("RateLimits__Enabled", "false"),
             .. server.Settings().Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value))])))
        {
            var line = await doomed.LineWithAsync("http://127.0.0.1:");
            var address = line.Split(' ', '"').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd();
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
            var sara = new Visitor(client);
            await sara.SignInAsync("sara@example.com", People.Password);
            chat = await sara.AskAsync();
            await app.WrittenAsync(chat);
        }

        var running = (await app.MessagesAsync(chat))[^1];
        Assert.True(running.IsRunning);
        Assert.True((await app.BalanceAsync(buyer.Account)).Held > 0);

        app.Clock.Turn(TimeSpan.FromSeconds(30));
        await app.InScopeAsync(async services =>
        {
            await ActivatorUtilities.CreateInstance<SweepAnswersJob>(services).RunAsync(default!, default);
            return true;
        });

        var answer = await app.AnswerAsync(chat);
        Assert.Equal((MessageState.Stopped, AnswerEnding.NodeLost, "What came before the crash"), (answer.State, answer.Ending, answer.Text));
        Assert.True(answer.Credits > 0);
        var record = await app.AskAsync(db => db.UsageRecords.SingleAsync(r => r.HoldId == answer.HoldId));
        Assert.Equal((Domain.Usage.UsageStatus.Estimated, answer.Credits), (record.Status, record.Credits));
        await app.AssertPaidAsync(buyer.Account, Sara.Plenty, answer.Credits);
        Assert.Contains("Continue", (await (await SignedInAsync()).OpenAsync(chat)).QuerySelector(".ending")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Visitor> SignedInAsync()
    {
        var sara = app.Visit();
        await sara.SignInAsync("sara@example.com", People.Password);
        return sara;
    }
}
