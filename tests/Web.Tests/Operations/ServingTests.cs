using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace SaaSChat.Web.Tests.Operations;

public sealed class ServingTests : IDisposable
{
    private readonly Workplace _work = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    [Fact]
    public async Task Development_starts_on_an_empty_folder_and_says_where_and_how_to_sign_in()
    {
        using var program = RunningProgram.Start([], _work.Development(("ASPNETCORE_URLS", "http://127.0.0.1:0")));

        var address = AddressIn(await program.LineWithAsync("Open"));
        await program.LineWithAsync("Stop");

        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(address + "/en")).StatusCode);
        Assert.Contains("admin@saaschat.local  saaschat-development", program.Out, StringComparison.Ordinal);
        Assert.Contains(_work.DatabaseFile, program.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("warn", program.Out + program.Error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task Node_that_is_told_to_stop_says_so_before_it_closes()
    {
        using var program = await ServeAsync(("Shutdown__DrainSeconds", "3"), ("AllowedHosts", "chat.example.com"));
        var address = AddressIn(await program.LineWithAsync("serves"));
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(address + "/health/ready")).StatusCode);

        program.Terminate();
        var ready = await WaitForAsync(() => _http.GetAsync(address + "/health/ready"), HttpStatusCode.ServiceUnavailable);
        var live = await _http.GetAsync(address + "/health/live");

        Assert.Equal("""{"status":"unavailable","failing":["stopping"]}""", await ready.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(0, await program.EndAsync());
    }

    [Fact]
    public async Task Production_logs_one_object_a_line_with_the_route_and_no_secret()
    {
        using var program = await ServeAsync();
        var address = AddressIn(await program.LineWithAsync("serves"));
        await _http.GetAsync(address + "/ar?code=a-secret");
        await _http.GetAsync(address + "/nothing/a-secret");

        var page = JsonDocument.Parse(await program.LineWithAsync("{culture:language}")).RootElement;
        var missing = JsonDocument.Parse(await program.LineWithAsync("(none)")).RootElement;

        Assert.Matches("^GET /{culture:language} 200 [0-9.]+ ms [0-9a-f]{32}$", page.GetProperty("message").GetString());
        Assert.Equal(404, missing.GetProperty("values").GetProperty("Status").GetInt32());
        Assert.DoesNotContain("a-secret", program.Out + program.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _http.Dispose();
        _work.Dispose();
    }

    private async Task<RunningProgram> ServeAsync(params (string, string)[] more)
    {
        _work.Migrate();
        return RunningProgram.Start(["--urls=http://127.0.0.1:0"], _work.Production([("Shutdown__DrainSeconds", "0"), .. more]));
    }

    private static async Task<HttpResponseMessage> WaitForAsync(Func<Task<HttpResponseMessage>> ask, HttpStatusCode status)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromSeconds(10); await Task.Delay(50))
        {
            if (await ask() is var answer && answer.StatusCode == status) return answer;
        }

        throw new InvalidOperationException($"It never answered {status}.");
    }

    private static string AddressIn(string line) => line.Split(' ', '"').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd();
}
