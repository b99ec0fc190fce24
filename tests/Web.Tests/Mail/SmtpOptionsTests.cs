using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Tests.Mail;

public sealed class SmtpOptionsTests
{
    [Fact]
    public void A_server_for_submission_needs_nothing_but_host_sender_and_password() =>
        Assert.Empty(new SmtpOptions { Host = "smtp.example", From = "SaaSChat <no-reply@saaschat.example>", User = "u", Password = "p" }.Faults());

    [Fact]
    public void A_mail_catcher_needs_neither_password_nor_TLS() =>
        Assert.Empty(new SmtpOptions { Host = "localhost", Port = 1025, From = "no-reply@saaschat.example", Tls = SmtpTls.None }.Faults());

    [Fact]
    public void Without_a_host_nothing_else_matters() => Assert.Empty(new SmtpOptions { User = "u", Port = 0 }.Faults());

    [Theory]
    [InlineData("From", "Smtp:From")]
    [InlineData("Port", "Smtp:Port is 465")]
    [InlineData("Password", "Only one of Smtp:User and Smtp:Password")]
    [InlineData("Tls", "a password is never sent in the clear")]
    [InlineData("Timeout", "Smtp:Timeout")]
    public void What_is_wrong_is_said_in_one_sentence(string wrong, string sentence)
    {
        var options = new SmtpOptions
        {
            Host = "smtp.example",
            From = wrong == "From" ? "nobody" : "no-reply@saaschat.example",
            Port = wrong == "Port" ? 465 : 587,
            User = "u",
            Password = wrong == "Password" ? "" : "p",
            Tls = wrong == "Tls" ? SmtpTls.None : SmtpTls.StartTls,
            Timeout = TimeSpan.FromMinutes(wrong == "Timeout" ? 10 : 1),
        };

        Assert.Contains(sentence, Assert.Single(options.Faults()), StringComparison.Ordinal);
    }
}
