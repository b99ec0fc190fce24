namespace SaaSChat.Web.Tests.Operations;

public sealed class CreditCommandTests : IDisposable
{
    private const string Email = "sara@example.com";

    private readonly Workplace _work = new();

    [Fact]
    public async Task Operator_gives_credits_and_the_books_agree_until_somebody_changes_the_file()
    {
        _work.Migrate();
        using var added = await _work.RunAsync("users", "add", "--email", Email, "--password", "a-long-enough-password");
        using var given = await _work.RunAsync("credits", "grant", "--email", Email, "--amount", "5000", "--reason", "sorry for the wait");
        using var whole = await _work.RunAsync("ledger", "audit");
        using var log = await _work.RunAsync("audit", "check");

        Assert.Equal((0, $"Gave {Email} 5000 credits.\n"), (given.ExitCode, given.Out));
        Assert.Equal(0, whole.ExitCode);
        Assert.Contains("ok     entries sum to the balance\n", whole.Out, StringComparison.Ordinal);
        Assert.EndsWith("The ledger is whole.\n", whole.Out, StringComparison.Ordinal);
        Assert.Equal(0, log.ExitCode);

        _work.Change("UPDATE CreditAccounts SET Available = Available + 1");
        using var broken = await _work.RunAsync("ledger", "audit");

        Assert.Equal(1, broken.ExitCode);
        Assert.Matches("DRIFT  entries sum to the balance: [0-9a-f-]{36}\n", broken.Out);
        Assert.EndsWith("The ledger does not agree.\n", broken.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_added_on_a_paid_plan_has_its_first_month()
    {
        _work.Migrate();
        using var added = await _work.RunAsync("users", "add", "--email", Email, "--password", "a-long-enough-password", "--plan", "premium");

        Assert.Equal($"Added {Email}.\n", added.Out);
        Assert.Equal("premium 20000000", _work.Ask("SELECT PlanKey || ' ' || Available FROM Allowances JOIN CreditAccounts ON Id = AccountId"));
    }

    [Fact]
    public async Task What_cannot_be_given_is_refused_with_its_reason()
    {
        _work.Migrate();
        using var added = await _work.RunAsync("users", "add", "--email", Email, "--password", "a-long-enough-password");

        Assert.Equal("Nothing was given: nobody has the address nobody@example.com.\n", await RefusalAsync("nobody@example.com", "5"));
        Assert.Equal("Nothing was given: --amount is not above zero.\n", await RefusalAsync(Email, "0"));
        Assert.Equal($"Nothing was given: {Email} would have more than 4000000000000000000 credits.\n", await RefusalAsync(Email, "9223372036854775807"));
    }

    public void Dispose() => _work.Dispose();

    private async Task<string> RefusalAsync(string email, string amount)
    {
        using var given = await _work.RunAsync("credits", "grant", "--email", email, "--amount", amount, "--reason", "none");
        Assert.Equal((1, ""), (given.ExitCode, given.Out));
        return given.Error;
    }
}
