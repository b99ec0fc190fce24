using System.Net;
using System.Text;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Somebody's open connection to an answer that is being written, read event by event.</summary>
internal sealed class Watching : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private Watching(HttpResponseMessage response, Stream body) => (_response, _lines) = (response, new StreamReader(body, Encoding.UTF8));

    public static async Task<Watching> OpenAsync(Visitor who, string chat, Guid answerId)
    {
        var response = await who.Client.GetAsync($"/chat/{Chatting.IdOf(chat)}/m/{answerId}/stream", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>What comes until the words have come.</summary>
    public Task<string> UntilAsync(string words) => ReadAsync(read => read.Contains(words, StringComparison.Ordinal));

    /// <summary>What comes until the connection ends.</summary>
    public Task<string> RestAsync() => ReadAsync(_ => false);

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }

    private async Task<string> ReadAsync(Predicate<string> isEnough)
    {
        using var patience = new CancellationTokenSource(Patience);
        var read = new StringBuilder();
        while (!isEnough(read.ToString()) && await _lines.ReadLineAsync(patience.Token) is { } line) read.Append(line).Append('\n');
        return read.ToString();
    }
}
