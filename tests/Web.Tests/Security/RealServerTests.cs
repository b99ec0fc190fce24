using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SaaSChat.Web.Tests.Security;

/// <summary>What only the real server does: limits on what it reads, and what it says of itself.</summary>
public sealed class RealServerTests : IDisposable
{
    private readonly TestApp _app = new();
    private readonly Uri _address;

    public RealServerTests()
    {
        _app.UseKestrel(0);
        _app.StartServer();
        _address = _app.ClientOptions.BaseAddress;
    }

    [Fact]
    public async Task It_does_not_name_itself()
    {
        using var http = new HttpClient { BaseAddress = _address };

        using var response = await http.GetAsync("/en");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        SecurityHeaders.AssertOn(response);
    }

    [Fact]
    public async Task A_body_without_a_length_is_read_to_the_limit_only()
    {
        using var http = new HttpClient { BaseAddress = _address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new StringContent("x=" + new string('x', 2_000_000), Encoding.ASCII, "application/x-www-form-urlencoded"),
            Headers = { TransferEncodingChunked = true },
        };

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Headers_beyond_the_limit_are_refused() =>
        Assert.StartsWith("HTTP/1.1 431", await AskAsync($"GET /en HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 40_000)}\r\n\r\n"), StringComparison.Ordinal);

    private async Task<string> AskAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_address.Host, _address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));

        var answer = new byte[64];
        var read = await stream.ReadAsync(answer);
        return Encoding.ASCII.GetString(answer, 0, read);
    }

    public void Dispose() => _app.Dispose();
}
