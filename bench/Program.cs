using SaaSChat.Bench;

return args switch
{
    ["control", .. var settings] => await Control.ServeAsync(settings),
    ["pages"] => await PagesBenchmark.RunAsync(),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("Say which benchmark to run: dotnet run -c Release --project bench -- pages");
    return 2;
}
