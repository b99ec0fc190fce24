using System.Net.Sockets;
using System.Text;

namespace SaaSChat.Bench.Load;

/// <summary>One kept-alive connection that asks for one page again and again, each time waiting for the whole answer.</summary>
internal sealed class Visitor : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request;
    private readonly byte[] _answer = new byte[1024 * 1024];

    private Visitor(byte[] request) => _request = request;

    public static async Task<Visitor> ConnectAsync(Uri page, CancellationToken cancel)
    {
        var visitor = new Visitor(Encoding.ASCII.GetBytes(
            $"GET {page.PathAndQuery} HTTP/1.1\r\nHost: {page.Authority}\r\nAccept: text/html\r\nAccept-Language: en\r\nAccept-Encoding: gzip, br\r\n\r\n"));
        await visitor._socket.ConnectAsync(page.Host, page.Port, cancel);
        return visitor;
    }

    /// <summary>The size of the whole answer.</summary>
    public async Task<int> AskAsync(CancellationToken cancel)
    {
        await _socket.SendAsync(_request, cancel);
        var read = 0;
        do
        {
            var more = await _socket.ReceiveAsync(_answer.AsMemory(read), cancel);
            if (more == 0) throw new InvalidOperationException("The server closed the connection.");
            read += more;
        }
        while (!IsWhole(_answer.AsSpan(0, read)));

        if (!_answer.AsSpan().StartsWith("HTTP/1.1 200 "u8))
            throw new InvalidOperationException($"The run is void, it was answered: {Encoding.ASCII.GetString(_answer, 0, Math.Min(read, 60)).Split('\r')[0]}");
        return read;
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf(HeadEnd);
        if (head < 0) return false;

        var length = answer[..head].IndexOf("\r\nContent-Length: "u8);
        if (length < 0) return answer.EndsWith(LastChunk);

        var digits = answer[(length + 18)..];
        return answer.Length >= head + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
    }
}
