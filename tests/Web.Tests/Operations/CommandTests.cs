namespace SaaSChat.Web.Tests.Operations;

public sealed class CommandTests : IDisposable
{
    private const string Email = "layla@example.com";
    private const string Password = "a-long-enough-password";

    private readonly Workplace _work = new();

    [Fact]
    public async Task Operator_migrates_adds_an_admin_and_checks_the_log()
    {
        using var first = await _work.RunAsync("db", "migrate");
        using var again = await _work.RunAsync("db", "migrate");
        using var added = await _work.RunAsync("users", "add", "--email", Email, "--password", Password, "--admin");
        using var twice = await _work.RunAsync("users", "add", "--email", Email, "--password", Password);
        using var check = await _work.RunAsync("audit", "check");

        Assert.StartsWith("Applied ", first.Out, StringComparison.Ordinal);
        Assert.StartsWith("Nothing to do", again.Out, StringComparison.Ordinal);
        Assert.Equal($"Added {Email}, admin.\n", added.Out);
        Assert.Equal((1, ""), (twice.ExitCode, twice.Out));
        Assert.Equal((0, "The audit log is whole.\n"), (check.ExitCode, check.Out));
    }

    [Fact]
    public async Task Log_that_somebody_changed_in_the_file_fails_the_check()
    {
        _work.Migrate();
        using var added = await RunningProgram.RunAsync(["users", "add", "--email", Email], _work.Production(), input: Password + "\n");
        _work.Change("DROP TRIGGER \"TR_AuditEntries_AppendOnly_UPDATE\"; UPDATE \"AuditEntries\" SET \"After\" = 'admin';");

        using var check = await _work.RunAsync("audit", "check");

        Assert.Equal(1, check.ExitCode);
        Assert.Equal("The audit log is broken from entry 1 on.\n", check.Error);
    }

    [Fact]
    public async Task Nobody_without_a_second_factor_can_have_it_reset()
    {
        _work.Migrate();

        using var reset = await _work.RunAsync("users", "reset-factor", "--email", Email);

        Assert.Equal((1, "Nothing was changed: nobody with this address has a second factor.\n"), (reset.ExitCode, reset.Error));
    }

    [Fact]
    public async Task A_person_is_added_on_a_plan_that_people_can_have()
    {
        _work.Migrate();

        using var guest = await _work.RunAsync("users", "add", "--email", Email, "--password", Password, "--plan", "guest");
        using var basic = await _work.RunAsync("users", "add", "--email", Email, "--password", Password, "--plan", "basic");

        Assert.Equal((1, "Nobody was added: there is no plan guest for people.\n"), (guest.ExitCode, guest.Error));
        Assert.Equal((0, $"Added {Email}.\n"), (basic.ExitCode, basic.Out));
    }

    [Fact]
    public async Task Adding_to_a_database_that_is_not_migrated_is_refused()
    {
        using var added = await _work.RunAsync("users", "add", "--email", Email, "--password", Password);

        Assert.Equal(78, added.ExitCode);
        Assert.Contains("run the command \"db migrate\"", added.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no such command", "fly")]
    [InlineData("a group alone", "users")]
    [InlineData("a mistyped option", "users", "add", "--email", Email, "--pasword", Password)]
    [InlineData("an option is missing", "users", "add", "--password", Password)]
    [InlineData("there is no such role", "users", "role", "--email", Email, "--role", "owner")]
    [InlineData("two roles", "users", "add", "--email", Email, "--password", Password, "--role", "ops", "--admin")]
    public async Task Misused_command_shows_help_and_never_the_password(string why, params string[] arguments)
    {
        using var program = await _work.RunAsync(arguments);

        Assert.True(program.ExitCode == 2, why);
        Assert.Contains("Usage:", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, program.Error + program.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_the_script_need_neither_secret_nor_database()
    {
        var bare = new[] { ("Data__Folder", _work.Folder) };

        using var help = await RunningProgram.RunAsync(["help"], bare);
        using var script = await RunningProgram.RunAsync(["db", "script"], bare);

        Assert.Equal((0, 0), (help.ExitCode, script.ExitCode));
        Assert.Contains("audit", help.Out, StringComparison.Ordinal);
        Assert.StartsWith("IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL", script.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.DatabaseFile));
    }

    public void Dispose() => _work.Dispose();
}
