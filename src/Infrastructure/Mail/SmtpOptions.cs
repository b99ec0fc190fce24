using System.Net.Mail;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>
/// Section "Smtp": the server that takes our letters. STARTTLS only: implicit TLS (port 465) is not spoken by .NET's own client, and every
/// submission server offers STARTTLS on port 587.
/// </summary>
public sealed class SmtpOptions : ICheckedOptions
{
    /// <summary>Unset, Development keeps its letters and shows them at /dev/mail; elsewhere the start is refused unless Mail:Enabled is false.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>As letters show it: SaaSChat &lt;no-reply@example.com&gt;.</summary>
    public string? From { get; set; }

    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;

    /// <summary>For one letter, from the connection to the last answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    public IEnumerable<string> Faults()
    {
        if (!IsSet) yield break;

        if (!MailAddress.TryCreate(From, out _))
            yield return $"Smtp:From is \"{From}\"; set it to the sender's address, such as SaaSChat <no-reply@example.com>.";
        if (Port is < 1 or > 65535)
            yield return $"Smtp:Port is {Port}; set it to the server's port for STARTTLS, usually 587.";
        if (Port == 465)
            yield return "Smtp:Port is 465, where servers expect implicit TLS, which is not spoken here; set it to the server's port for STARTTLS, usually 587.";
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
            yield return "Only one of Smtp:User and Smtp:Password is set; set both, or neither for a server that asks for none.";
        if (Tls == SmtpTls.None && !string.IsNullOrEmpty(User))
            yield return "Smtp:Tls is None but Smtp:User is set; set Smtp:Tls to StartTls: a password is never sent in the clear.";
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(2))
            yield return $"Smtp:Timeout is {Timeout:c}; set it to a time from 00:00:01 to 00:02:00.";
    }
}

public enum SmtpTls
{
    /// <summary>In the clear: for a mail catcher or a relay on the same machine. Never together with a user.</summary>
    None,

    /// <summary>Encrypted before anything is said; a server that does not offer it, or whose certificate is not trusted, gets nothing.</summary>
    StartTls,
}
