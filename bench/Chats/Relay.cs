using System.Runtime.CompilerServices;
using SaaSChat.Bench.Ledger;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Bench.Chats;

/// <summary>The control: passes the provider's stream on byte by byte; for a turn it also writes, by hand, what must be written: a hold with two messages before, a debit with the answer after. It checks nothing and renders nothing.</summary>
internal static class Relay
{
    public static async Task<int> ServeAsync(string[] settings)
    {
        var app = Bare.Build(settings);
        var provider = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) }) { BaseAddress = new Uri(app.Configuration["upstream"]!) };
        using var queue = new SemaphoreSlim(1, 1);

        // Nothing else of it is touched here, and it knows which SQLite this machine has.
        RuntimeHelpers.RunModuleConstructor(typeof(AppDbContext).Module.ModuleHandle);
        var books = app.Configuration["database"] is { } database ? new TurnRows(new HandWritten($"Data Source={database}", queue)) : null;

        app.MapPost("/relay", (HttpContext http) => PassOnAsync(http, provider));
        app.MapPost("/turn", async http =>
        {
            var turn = await books!.BeginAsync();
            await PassOnAsync(http, provider);
            await books.EndAsync(turn);
        });
        app.MapGet("/idle", async http =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await app.RunAsync();
        return 0;
    }

    private static async Task PassOnAsync(HttpContext http, HttpClient provider)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions") { Content = new StreamContent(http.Request.Body) };
        using var answer = await provider.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.ContentType = "text/event-stream";
        await using var body = await answer.Content.ReadAsStreamAsync(http.RequestAborted);
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            await http.Response.Body.WriteAsync(buffer.AsMemory(0, read), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }
}

/// <summary>What a turn leaves behind, in tables of its own: two transactions.</summary>
internal sealed class TurnRows
{
    private readonly HandWritten _sql;

    public TurnRows(HandWritten sql)
    {
        _sql = sql;
        sql.Run("CREATE TABLE Wallets (Id TEXT NOT NULL PRIMARY KEY, Available INTEGER NOT NULL, Held INTEGER NOT NULL)");
        sql.Run("CREATE TABLE Holds (Id TEXT NOT NULL PRIMARY KEY, Amount INTEGER NOT NULL, State TEXT NOT NULL)");
        sql.Run("CREATE TABLE Said (Id TEXT NOT NULL PRIMARY KEY, Text TEXT NOT NULL, Credits INTEGER NOT NULL)");
        sql.Run("CREATE TABLE Entries (Id TEXT NOT NULL PRIMARY KEY, Amount INTEGER NOT NULL)");
        sql.Run("CREATE TABLE Used (Id TEXT NOT NULL PRIMARY KEY, Tokens INTEGER NOT NULL, Credits INTEGER NOT NULL)");
        sql.Change("INSERT INTO Wallets (Id, Available, Held) VALUES ('w', 1000000000000, 0)");
    }

    public async Task<(Guid Hold, Guid Answer)> BeginAsync()
    {
        var (hold, question, answer) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await _sql.WriteAsync(() =>
        {
            _sql.Change("UPDATE Wallets SET Held = Held + 10 WHERE Id = 'w' AND Available - Held >= 10");
            _sql.Change("INSERT INTO Holds (Id, Amount, State) VALUES (@hold, 10, 'Open')", ("@hold", hold));
            _sql.Change("INSERT INTO Said (Id, Text, Credits) VALUES (@question, 'bench', 0)", ("@question", question));
            _sql.Change("INSERT INTO Said (Id, Text, Credits) VALUES (@answer, '', 0)", ("@answer", answer));
        });
        return (hold, answer);
    }

    public Task EndAsync((Guid Hold, Guid Answer) turn) => _sql.WriteAsync(() =>
    {
        _sql.Change("UPDATE Holds SET State = 'Settled' WHERE Id = @hold AND State = 'Open'", ("@hold", turn.Hold));
        _sql.Change("UPDATE Wallets SET Available = Available - 7, Held = Held - 10 WHERE Id = 'w'");
        _sql.Change("INSERT INTO Entries (Id, Amount) VALUES (@hold, -7)", ("@hold", turn.Hold));
        _sql.Change("INSERT INTO Used (Id, Tokens, Credits) VALUES (@hold, 52, 7)", ("@hold", turn.Hold));
        _sql.Change("UPDATE Said SET Text = @text, Credits = 7 WHERE Id = @answer", ("@text", string.Concat(Enumerable.Repeat("word ", 100))), ("@answer", turn.Answer));
    });
}
