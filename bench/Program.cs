using System.Globalization;
using SaaSChat.Bench;
using SaaSChat.Bench.Admin;
using SaaSChat.Bench.Chats;
using SaaSChat.Bench.Ledger;
using SaaSChat.Bench.Payments;
using SaaSChat.Bench.Search;
using SaaSChat.Bench.Usage;

return args switch
{
    ["control", .. var settings] => await Control.ServeAsync(settings),
    ["pages"] => await PagesBenchmark.RunAsync(),
    ["charges"] => await LedgerBenchmark.ChargesAsync(),
    ["admin", .. var sizes] => await AdminBenchmark.RunAsync(sizes),
    ["usage", .. var rows] => await UsageBenchmark.RunAsync(rows is [var size] ? long.Parse(size, CultureInfo.InvariantCulture) : 10_000_000),
    ["export", .. var rows] => await ExportBenchmark.RunAsync(rows is [var size] ? long.Parse(size, CultureInfo.InvariantCulture) : 1_000_000),
    ["webhooks"] => await WebhookBenchmark.RunAsync(),
    ["hot-account"] => await LedgerBenchmark.HotAccountAsync(),
    ["upstream", .. var settings] => await Upstream.ServeAsync(settings),
    ["relay", .. var settings] => await Relay.ServeAsync(settings),
    ["turn"] => await ChatBenchmarks.TurnAsync(),
    ["stream"] => await ChatBenchmarks.StreamAsync(),
    ["first-word"] => await ChatBenchmarks.FirstWordAsync(),
    ["paced"] => await ChatBenchmarks.PacedAsync(),
    ["idle"] => await ChatBenchmarks.IdleAsync(),
    ["chat-page"] => await ChatPageBenchmark.RunAsync(),
    ["search"] => await SearchBenchmark.RunAsync(),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("Say which benchmark to run: dotnet run -c Release --project bench -- pages | charges | hot-account | webhooks | turn | stream | first-word | paced | idle | chat-page | search | usage [rows] | admin [users] [rows] | export [rows]");
    return 2;
}
