using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace SaaSChat.Bench.Chats;

/// <summary>Somebody who chats as their browser would: the question by htmx, then the answer's stream to its end. Cookies are carried by hand: over plain HTTP nobody else would send those that are guarded.</summary>
internal sealed partial class Chatter : IDisposable
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private string _token = "";
    private string _chat = "";

    public Chatter(Uri address) => _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 4096 })
    {
        BaseAddress = address, Timeout = TimeSpan.FromMinutes(10),
    };

    public string Cookies => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));
    public string Chat => _chat;

    /// <summary>The same person in another tab.</summary>
    public Chatter Another()
    {
        var tab = new Chatter(_http.BaseAddress!) { _token = _token };
        foreach (var (name, value) in _cookies) tab._cookies[name] = value;
        return tab;
    }

    /// <summary>Goes on in the conversation of another tab.</summary>
    public void Open(Chatter tab) => (_chat, _token) = (tab._chat, tab._token);

    public async Task ArriveAsync(string email, string password)
    {
        await PageAsync("/account/sign-in");
        await PostAsync("/account/sign-in", HttpStatusCode.Redirect, ("Input.Email", email), ("Input.Password", password));
        await PageAsync("/chat");
    }

    /// <summary>A conversation that has a name already, so that none is asked for.</summary>
    public async Task BeginAsync()
    {
        using var begun = await SendAsync("/chat", htmx: false, ("Input.Text", Upstream.Order(1, 0)), ("Input.Model", ChatSite.Model), ("Input.ClientId", $"{Guid.NewGuid()}"));
        _chat = begun.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"The run is void: asking was answered {(int)begun.StatusCode}.");
        await PostAsync($"{_chat}/title", HttpStatusCode.Redirect, ("Title", "Bench"));
        while ((await PageAsync(_chat)).Contains("aria-busy", StringComparison.Ordinal)) await Task.Delay(50);
    }

    public async Task<string> PageAsync(string path)
    {
        using var answer = await _http.SendAsync(Request(HttpMethod.Get, path));
        Keep(answer);
        var html = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"The run is void: {path} was answered {(int)answer.StatusCode}.");
        if (Token().Match(html) is { Success: true } token) _token = WebUtility.HtmlDecode(token.Groups["value"].Value);
        return html;
    }

    /// <summary>Asks; the answer is the address of its stream. Null where the answer is there at once: a short one may be whole before the page is worded.</summary>
    public async Task<string?> AskAsync(string question)
    {
        using var answer = await SendAsync(_chat, htmx: true, ("Input.Text", question), ("Input.Model", ChatSite.Model), ("Input.ClientId", $"{Guid.NewGuid()}"));
        var html = await answer.Content.ReadAsStringAsync();
        if (Stream().Match(html) is { Success: true } found) return found.Groups["path"].Value;
        return html.Contains("data-state=\"complete\"", StringComparison.Ordinal) ? null : throw new InvalidOperationException($"The run is void: asking was answered {(int)answer.StatusCode}: {html}");
    }

    public async Task<StreamReader> OpenAsync(string stream)
    {
        var answer = await _http.SendAsync(Request(HttpMethod.Get, stream), HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"The run is void: the stream was answered {(int)answer.StatusCode}.");
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>One whole turn: how long until the first word was here, and until all was.</summary>
    public async Task<Turn> TurnAsync(string question)
    {
        var began = Stopwatch.StartNew();
        if (await AskAsync(question) is not { } stream) return new(began.Elapsed, began.Elapsed);

        using var lines = await OpenAsync(stream);
        var first = TimeSpan.Zero;
        var isDone = false;
        while (await lines.ReadLineAsync() is { } line)
        {
            if (first == TimeSpan.Zero && line.Contains("word", StringComparison.Ordinal)) first = began.Elapsed;
            isDone |= line == "event: done";
        }

        return isDone ? new(first, began.Elapsed) : throw new InvalidOperationException("The run is void: a stream was cut.");
    }

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(string path, HttpStatusCode expected, params (string Key, string Value)[] fields)
    {
        using var answer = await SendAsync(path, htmx: false, fields);
        if (answer.StatusCode != expected) throw new InvalidOperationException($"The run is void: {path} was answered {(int)answer.StatusCode}.");
    }

    private async Task<HttpResponseMessage> SendAsync(string path, bool htmx, params (string Key, string Value)[] fields)
    {
        using var request = Request(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Key, f.Value)), KeyValuePair.Create("__RequestVerificationToken", _token)]);
        if (htmx) request.Headers.Add("HX-Request", "true");
        var answer = await _http.SendAsync(request);
        Keep(answer);
        return answer;
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        if (_cookies.Count > 0) request.Headers.Add("Cookie", Cookies);
        return request;
    }

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var cookies)) return;
        foreach (var cookie in cookies.Select(c => c.Split(';')[0].Split('=', 2))) _cookies[cookie[0]] = cookie[1];
    }

    [GeneratedRegex("""name="csrf" content="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();

    [GeneratedRegex("""hx-sse:connect="(?<path>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Stream();
}

internal sealed record Turn(TimeSpan First, TimeSpan Whole);
