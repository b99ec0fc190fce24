using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SaaSChat.Bench.Usage;

/// <summary>Somebody who has signed in and reads their usage. Carries cookies by hand: the site marks them for HTTPS, which this machine does without.</summary>
internal sealed partial class Reader : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    private Reader(Uri address) => _client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };

    public static async Task<Reader> SignInAsync(Uri address)
    {
        var reader = new Reader(address);
        var form = await reader.AskAsync(new HttpRequestMessage(HttpMethod.Get, "/account/sign-in"));
        var token = Token().Match(form).Groups["token"].Value;
        using var filled = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = token, ["Input.Email"] = UsageRows.Email, ["Input.Password"] = UsageRows.Password,
        });
        await reader.AskAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = filled });
        var terms = await reader.AskAsync(new HttpRequestMessage(HttpMethod.Get, "/usage"));
        return terms.Contains("total-credits", StringComparison.Ordinal) ? reader : throw new InvalidOperationException("The run is void: the usage page was not shown.");
    }

    /// <summary>Milliseconds until the whole page is there.</summary>
    public async Task<double> TimeAsync(string page = "/usage")
    {
        var began = Stopwatch.GetTimestamp();
        await AskAsync(new HttpRequestMessage(HttpMethod.Get, page));
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Reads everything that was ever used as a file and keeps none of it; how many bytes came.</summary>
    public async Task<long> ExportAsync(string format)
    {
        using var request = With(new HttpRequestMessage(HttpMethod.Get, $"/usage/export/file?format={format}"));
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var (buffer, bytes) = (new byte[64 * 1024], 0L);
        for (int read; (read = await body.ReadAsync(buffer)) > 0;) bytes += read;
        return bytes;
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> AskAsync(HttpRequestMessage request)
    {
        using (With(request))
        {
            using var response = await _client.SendAsync(request);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }

            return await response.Content.ReadAsStringAsync();
        }
    }

    private HttpRequestMessage With(HttpRequestMessage request)
    {
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        return request;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
