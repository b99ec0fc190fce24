namespace SaaSChat.Web.Tests.Operations;

public sealed class CreditsRefillTests : IDisposable
{
    private const string Email = "sara@example.com";

    private readonly Workplace _work = new();

    [Fact]
    public async Task Operator_sets_and_ends_a_refill_for_a_person_and_for_a_plan()
    {
        _work.Migrate();
        using var added = await _work.RunAsync("users", "add", "--email", Email, "--password", "a-long-enough-password");

        using var person = await _work.RunAsync("credits", "refill", "--email", Email, "--amount", "20000", "--every", "1 days");
        using var plan = await _work.RunAsync("credits", "refill", "--plan", "free", "--amount", "5", "--every", "2 weeks");
        using var off = await _work.RunAsync("credits", "refill", "--email", Email, "--every", "off");

        Assert.Matches("^Set: 20,000 credits every 1 day, next at [0-9: -]+ UTC\\.\n$", person.Out);
        Assert.StartsWith("Set: 5 credits every 2 weeks", plan.Out, StringComparison.Ordinal);
        Assert.Equal((0, "Off.\n"), (off.ExitCode, off.Out));
    }

    [Theory]
    [InlineData("--email", "nobody@example.com", "--amount", "5", "--every", "1 day")]
    [InlineData("--plan", "gold", "--amount", "5", "--every", "1 day")]
    [InlineData("--plan", "free", "--amount", "0", "--every", "1 day")]
    [InlineData("--plan", "free", "--amount", "5", "--every", "1 fortnight")]
    [InlineData("--plan", "free", "--email", Email, "--amount", "5", "--every", "1 day")]
    public async Task What_cannot_be_set_is_refused_with_a_reason(params string[] arguments)
    {
        _work.Migrate();

        using var refused = await _work.RunAsync(["credits", "refill", .. arguments]);

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("Nothing was set: ", refused.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _work.Dispose();
}
