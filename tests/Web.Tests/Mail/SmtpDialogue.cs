using System.Net.Security;
using System.Text;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>One connection: RFC 5321 as far as a client of ours goes, with STARTTLS and AUTH.</summary>
internal sealed class SmtpDialogue(Stream line, SmtpServer server, Action<string> hear, Action<ReceivedLetter> receive) : IAsyncDisposable
{
    private Stream _stream = line;
    private bool _secure;
    private string? _user;
    private readonly List<string> _recipients = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        if (server.Mood == SmtpMood.SaysNothing) await Task.Delay(Timeout.Infinite, cancel);

        await SayAsync("220 localhost at your service");
        while (await ReadLineAsync(cancel) is { } command && server.Mood != SmtpMood.DropsTheLine)
        {
            hear(command);
            if (!await AnswerAsync(command, cancel)) return;
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<bool> AnswerAsync(string command, CancellationToken cancel)
    {
        switch (command.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync("250-localhost", server.Mood == SmtpMood.OffersNoTls || _secure ? "250-AUTH LOGIN PLAIN" : "250-STARTTLS", "250 8BITMIME");
                break;
            case "STARTTLS":
                await SayAsync("220 go ahead");
                await SecureAsync(cancel);
                break;
            case "AUTH":
                await SayAsync(await CheckAsync(command.Split(' '), cancel) ? "235 welcome" : "535 5.7.8 wrong password");
                break;
            case "MAIL":
                await SayAsync(_user is null ? "530 5.7.0 sign in first" : "250 ok");
                break;
            case "RCPT":
                _recipients.Add(command);
                await SayAsync(server.Mood switch
                {
                    SmtpMood.RefusesRecipient => $"550 5.1.1 {command[8..]} is not known here",
                    SmtpMood.RefusesUs => $"550 5.7.1 {command[8..]}: your address is on a list",
                    _ => "250 ok",
                });
                break;
            case "DATA":
                await TakeAsync(cancel);
                break;
            case "QUIT":
                await SayAsync("221 bye");
                return false;
            default:
                await SayAsync("250 ok");
                break;
        }

        return true;
    }

    private async Task SecureAsync(CancellationToken cancel)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, cancel);
        _secure = true;
    }

    private async Task<bool> CheckAsync(string[] command, CancellationToken cancel)
    {
        var login = command[1].Equals("LOGIN", StringComparison.OrdinalIgnoreCase);
        var first = Decode(command.Length > 2 ? command[2] : await AskAsync(login ? "Username:" : "", cancel));
        var (user, password) = login ? (first, Decode(await AskAsync("Password:", cancel))) : (first.Split('\0')[1], first.Split('\0')[2]);

        if (server.Mood == SmtpMood.WantsAnotherPassword || (user, password) != (SmtpServer.User, SmtpServer.Password)) return false;

        _user = user;
        return true;
    }

    private async Task TakeAsync(CancellationToken cancel)
    {
        await SayAsync("354 end with a dot");
        var letter = new StringBuilder();
        while (await ReadLineAsync(cancel) is { } next && next != ".")
            letter.Append(next.StartsWith('.') ? next[1..] : next).Append("\r\n");

        if (server.Mood == SmtpMood.IsBusy)
        {
            await SayAsync("451 4.3.0 come back later");
            return;
        }

        receive(new ReceivedLetter(letter.ToString(), [.. _recipients], _secure, _user));
        await SayAsync("250 taken");
    }

    private async Task<string> AskAsync(string question, CancellationToken cancel)
    {
        await SayAsync("334 " + Convert.ToBase64String(Encoding.UTF8.GetBytes(question)));
        return await ReadLineAsync(cancel) ?? "";
    }

    private async Task SayAsync(params string[] lines) => await _stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(lines.Select(l => l + "\r\n"))));

    // Byte by byte: what follows STARTTLS belongs to TLS and must not be read ahead.
    private async Task<string?> ReadLineAsync(CancellationToken cancel)
    {
        var (bytes, one) = (new List<byte>(), new byte[1]);
        while (await _stream.ReadAsync(one, cancel) == 1)
        {
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
            bytes.Add(one[0]);
        }

        return null;
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
