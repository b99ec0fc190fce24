using SaaSChat.Bench;
using SaaSChat.Bench.Ledger;

return args switch
{
    ["control", .. var settings] => await Control.ServeAsync(settings),
    ["pages"] => await PagesBenchmark.RunAsync(),
    ["charges"] => await LedgerBenchmark.ChargesAsync(),
    ["hot-account"] => await LedgerBenchmark.HotAccountAsync(),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("Say which benchmark to run: dotnet run -c Release --project bench -- pages | charges | hot-account");
    return 2;
}
