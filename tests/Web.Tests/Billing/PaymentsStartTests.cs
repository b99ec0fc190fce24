using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests.Operations;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>A site that could lose money, or make it up, does not start.</summary>
public sealed class PaymentsStartTests : IDisposable
{
    private readonly Workplace _work = new();

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("whsec_short")]
    [InlineData("whsec_with a blank in its middle")]
    public Task It_needs_the_secret_of_its_webhooks(string secret) => RefusesAsync("Stripe:WebhookSecret is missing or malformed", ("Stripe__WebhookSecret", secret));

    [Theory]
    [InlineData("")]
    [InlineData("pk_test_b3BlbnMgbm90aGluZyBhdCBhbGw")]
    public Task It_needs_a_secret_key(string key) => RefusesAsync("Stripe:SecretKey is not one of Stripe's secret keys", ("Stripe__SecretKey", key));

    [Fact]
    public Task It_asks_Stripe_in_the_clear_never() => RefusesAsync("Stripe:ApiBase is", ("Stripe__ApiBase", "http://127.0.0.1:9"));

    [Fact]
    public Task It_does_not_play_with_money() => RefusesAsync("Payments:Gateway is Simulated", ("Payments__Gateway", "Simulated"));

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

/// <summary>Our forms may lead to the pages on which people pay.</summary>
public sealed class PaymentPolicyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Stripe_s_pages_are_named_where_Stripe_moves_the_money()
    {
        await using var server = await StripeServer.StartAsync();
        await using var tests = app.Node([.. server.Settings().Select(s => (s.Key, s.Value))]);
        await using var real = app.Node(("Payments:Gateway", "Stripe"), ("Stripe:SecretKey", StripeKeys.Secret), ("Stripe:WebhookSecret", StripeKeys.Webhook));

        Assert.Contains($"form-action 'self' {server.Address}", await PolicyOfAsync(tests.Visit()), StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://checkout.stripe.com https://billing.stripe.com", await PolicyOfAsync(real.Visit()), StringComparison.Ordinal);
        Assert.EndsWith("form-action 'self'", await PolicyOfAsync(app.Visit()), StringComparison.Ordinal);
    }

    private static async Task<string> PolicyOfAsync(Visitor visitor)
    {
        using var answer = await visitor.Client.GetAsync("/en");
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }
}
