using SaaSChat.Web.Tests.Operations;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>A production that could not send its letters does not start.</summary>
public sealed class MailRefusalTests : IDisposable
{
    private static readonly (string, string)[] Server = [("Mail__Enabled", "true"), ("Smtp__Host", "localhost"), ("Smtp__From", "no-reply@saaschat.example")];

    private readonly Workplace _work = new();

    [Fact]
    public Task It_needs_a_mail_server() => RefusesAsync("Smtp:Host is not set", ("Mail__Enabled", "true"), ("Site__BaseUrl", "https://chat.example"));

    [Fact]
    public Task It_needs_to_know_its_own_address() => RefusesAsync("Site:BaseUrl is not set", Server);

    [Fact]
    public Task It_never_sends_a_password_in_the_clear() =>
        RefusesAsync("Smtp:Tls is None but Smtp:User is set", [.. Server, ("Smtp__Tls", "None"), ("Smtp__User", "u"), ("Smtp__Password", "p")]);

    [Fact]
    public Task It_knows_no_other_TLS() => RefusesAsync("'Smtp:Tls'", [.. Server, ("Smtp__Tls", "Ssl")]);

    public void Dispose() => _work.Dispose();

    private async Task RefusesAsync(string sentence, params (string, string)[] environment)
    {
        SqliteTemplate.CopyTo(_work.DatabaseFile);

        using var program = await RunningProgram.RunAsync(["--urls=http://127.0.0.1:0"], _work.Production(environment));

        Assert.Equal(78, program.ExitCode);
        Assert.Contains(sentence, program.Error, StringComparison.Ordinal);
        Assert.Single(program.Error.TrimEnd().Split('\n'));
    }
}
