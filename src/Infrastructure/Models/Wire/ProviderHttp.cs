using System.Net;
using System.Net.Sockets;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>How providers are asked: straight, at the address that was checked, without following redirects, and not telling of our traces.</summary>
internal static class ProviderHttp
{
    private const int MostErrorBytes = 64 * 1024;

    public static HttpClient Create(Patience patience, bool allowPrivate) => Over(new AnswerGate(Line(patience, allowPrivate)));

    /// <summary>For questions whose answer is no stream.</summary>
    public static HttpClient CreatePlain(Patience patience, bool allowPrivate) => Over(Line(patience, allowPrivate));

    private static SocketsHttpHandler Line(Patience patience, bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = patience.Connect,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,

        // What nobody listens to any more is not read to its end.
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(250),
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, allowPrivate, cancel),
    };

    private static HttpClient Over(HttpMessageHandler handler) => new(handler)
    {
        // The deadline of each answer says when it is too late.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = MostErrorBytes,
    };

    // The name is looked up here and nowhere else: it cannot mean another address once it has been checked.
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool allowPrivate, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Host, cancel);
        if (!allowPrivate && !addresses.All(PublicAddresses.Contain)) throw new ChatProviderException(ProviderFault.Unreachable, $"{host.Host} is in a private network.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
