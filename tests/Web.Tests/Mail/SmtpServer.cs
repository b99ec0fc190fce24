using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>A real mail server on this machine, which can be in any mood.</summary>
internal sealed class SmtpServer : IDisposable
{
    public const string User = "saaschat";
    public const string Password = "pass phrase";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<ReceivedLetter> _received = [];
    private readonly ConcurrentQueue<string> _heard = [];

    public SmtpServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public SmtpMood Mood { get; set; }
    public X509Certificate2 Certificate { get; set; } = ServerCertificate.Trusted;

    public IReadOnlyList<ReceivedLetter> Received => [.. _received];

    /// <summary>Every line that clients said before and after TLS, without the letters themselves.</summary>
    public IReadOnlyList<string> Heard => [.. _heard];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    // A factory disposes twice.
    public void Dispose()
    {
        if (_closing.IsCancellationRequested) return;

        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_closing.Token);
            _ = Task.Run(() => ServeAsync(client), _closing.Token);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var dialogue = new SmtpDialogue(client.GetStream(), this, _heard.Enqueue, _received.Enqueue);
            await dialogue.RunAsync(_closing.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, or did not like us.
        }
    }
}
