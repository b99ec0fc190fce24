using System.Diagnostics;
using System.Net;
using System.Text.Json;
using SaaSChat.Bench.Ledger;

namespace SaaSChat.Bench.Chats;

/// <summary>The same question to whoever does the least with it.</summary>
internal static class Relayed
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 4096 }) { Timeout = TimeSpan.FromMinutes(10) };

    public static async Task<Turn> AskAsync(Child server, string path, string question)
    {
        var began = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, path))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { model = ChatSite.Model, stream = true, messages = new[] { new { role = "user", content = question } } }), null, "application/json"),
        };
        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"The run is void: the control answered {(int)answer.StatusCode}.");

        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var first = TimeSpan.Zero;
        while (await lines.ReadLineAsync() is { } line)
        {
            if (first == TimeSpan.Zero && line.Contains("word", StringComparison.Ordinal)) first = began.Elapsed;
        }

        return new(first, began.Elapsed);
    }

    public static async Task<StreamReader> OpenAsync(Child server, string path) =>
        new(await (await Http.GetAsync(new Uri(server.Address, path), HttpCompletionOption.ResponseHeadersRead)).Content.ReadAsStreamAsync());
}

/// <summary>How long the least commit takes on a disk, as durable as the site's.</summary>
internal static class Commits
{
    public static async Task<double> MedianAsync(string folder)
    {
        using var queue = new SemaphoreSlim(1, 1);
        using var sql = new HandWritten($"Data Source={Path.Combine(folder, "commits.db")}", queue);
        sql.Run("CREATE TABLE Commits (Id TEXT NOT NULL PRIMARY KEY)");
        var times = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await sql.WriteAsync(() => sql.Change("INSERT INTO Commits (Id) VALUES (@id)", ("@id", Guid.NewGuid())));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return Report.Median(times);
    }
}

internal static class Idle
{
    /// <summary>Bytes of resident memory that each of so many more connections takes, once they have been silent for a while.</summary>
    public static async Task<double> GrowthAsync(Child server, Func<Task<StreamReader>> open, int count)
    {
        var before = server.Memory;
        var streams = new List<StreamReader>();
        for (var i = 0; i < count; i++) streams.Add(await open());
        await Task.Delay(TimeSpan.FromSeconds(8));
        var growth = (double)(server.Memory - before) / count;
        foreach (var stream in streams) stream.Dispose();
        await Task.Delay(TimeSpan.FromSeconds(2));
        return growth;
    }
}
