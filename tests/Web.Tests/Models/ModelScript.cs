using System.Text;
using Microsoft.AspNetCore.Http;

namespace SaaSChat.Web.Tests.Models;

/// <summary>How a model server answers one request: a status, a type, and then steps on the open line.</summary>
internal sealed class ModelScript
{
    private readonly List<Func<HttpContext, CancellationToken, Task>> _steps = [];
    private int _status = 200;
    private string? _type = "text/event-stream";
    private readonly List<(string Name, string Value)> _headers = [];

    public static ModelScript Streaming => new();

    public static ModelScript Refusing(int status, string body = """{"error":{"message":"no","type":"some_error"}}""") =>
        new ModelScript { _status = status, _type = "application/json" }.Sends(body);

    /// <summary>Takes the request and never answers.</summary>
    public static ModelScript Hanging => new ModelScript { _type = null }.Hangs();

    /// <summary>Takes the request and closes the connection at once.</summary>
    public static ModelScript HangingUp => new ModelScript { _type = null }.Breaks();

    public ModelScript With(string header, string value)
    {
        _headers.Add((header, value));
        return this;
    }

    public ModelScript OfType(string type)
    {
        _type = type;
        return this;
    }

    public ModelScript Sends(string bytes) => Does((http, cancel) => WriteAsync(http, bytes, cancel));

    /// <summary>One event's data, on a line of its own and an empty one behind it.</summary>
    public ModelScript Says(string data, string? name = null) => Sends(name is null ? $"data: {data}\n\n" : $"event: {name}\ndata: {data}\n\n");

    /// <summary>The steps of the other script come first.</summary>
    public ModelScript After(ModelScript first)
    {
        _steps.InsertRange(0, first._steps);
        return this;
    }

    public ModelScript Waits(TimeSpan time) => Does((_, cancel) => Task.Delay(time, cancel));

    public ModelScript Waits(Task until) => Does((_, cancel) => until.WaitAsync(cancel));

    public ModelScript Hangs() => Does((_, cancel) => Task.Delay(Timeout.Infinite, cancel));

    /// <summary>Byte after byte, and never an end of the line.</summary>
    public ModelScript Drips(TimeSpan every) => Does(async (http, cancel) =>
    {
        for (; ; await Task.Delay(every, cancel)) await WriteAsync(http, "x", cancel);
    });

    /// <summary>Resets the connection.</summary>
    public ModelScript Breaks() => Does(async (http, cancel) =>
    {
        // What was written before is to arrive.
        await Task.Delay(50, cancel);
        http.Abort();
    });

    public async Task PlayAsync(HttpContext http, CancellationToken cancel)
    {
        if (_type is not null)
        {
            (http.Response.StatusCode, http.Response.ContentType) = (_status, _type);
            foreach (var (name, value) in _headers) http.Response.Headers.Append(name, value);
            await http.Response.StartAsync(cancel);
        }

        foreach (var step in _steps) await step(http, cancel);
    }

    private ModelScript Does(Func<HttpContext, CancellationToken, Task> step)
    {
        _steps.Add(step);
        return this;
    }

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken cancel)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await http.Response.Body.FlushAsync(cancel);
    }
}
