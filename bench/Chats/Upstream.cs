using System.Globalization;
using System.Text.Json.Nodes;

namespace SaaSChat.Bench.Chats;

/// <summary>A model provider that does the least: it writes as many words as the question orders, at that pace, in OpenAI's words; "hang" writes one and no more.</summary>
internal static class Upstream
{
    private static readonly byte[] Word = Chunk("""{"content":"word "}""", "null");
    private static readonly byte[] End = [.. Chunk("{}", "\"stop\""), .. "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":40,\"total_tokens\":52}}\n\ndata: [DONE]\n\n"u8];

    /// <summary>Such as "bench 400 20": four hundred words, one each 20 ms.</summary>
    public static string Order(int words, int pace) => string.Create(CultureInfo.InvariantCulture, $"bench {words} {pace}");

    public static async Task<int> ServeAsync(string[] settings)
    {
        var app = Bare.Build(settings);
        app.MapPost("/v1/chat/completions", AnswerAsync);
        app.MapPost("/chat/completions", AnswerAsync);
        await app.RunAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var asked = JsonNode.Parse(await new StreamReader(http.Request.Body).ReadToEndAsync())!;
        var (words, pace) = OrderIn(asked["messages"]!.AsArray()[^1]!["content"]!.ToString());
        http.Response.ContentType = "text/event-stream";
        for (var i = 0; i < words; i++)
        {
            await http.Response.Body.WriteAsync(Word, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            if (pace > 0) await Task.Delay(pace, http.RequestAborted);
        }

        await http.Response.Body.WriteAsync(End, http.RequestAborted);
    }

    private static (int Words, int Pace) OrderIn(string text) => text.Split(' ') switch
    {
        ["bench", var words, var pace] => (int.Parse(words, CultureInfo.InvariantCulture), int.Parse(pace, CultureInfo.InvariantCulture)),
        _ => (3, 0),
    };

    private static byte[] Chunk(string delta, string why) => System.Text.Encoding.UTF8.GetBytes(
        $$"""data: {"id":"c","object":"chat.completion.chunk","created":1700000000,"model":"m","choices":[{"index":0,"delta":{{delta}},"logprobs":null,"finish_reason":{{why}}}],"usage":null}""" + "\n\n");
}

/// <summary>Kestrel and nothing else.</summary>
internal static class Bare
{
    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder.Build();
    }
}
