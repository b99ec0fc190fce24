using System.Diagnostics;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;
using SaaSChat.Tests.Stripe;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>However Stripe fails, a card is charged once at most, nobody waits for ever, and the log tells no secret.</summary>
public sealed class StripeFailureTests : IAsyncLifetime
{
    private static readonly SaleLine Package = new("500,000 credits", new Money(4_99, Currency.Usd));

    private StripeTill _till = null!;

    private StripeServer Server => _till.Server;

    public async Task InitializeAsync() => _till = await StripeTill.OpenAsync(o => o.Timeout = TimeSpan.FromSeconds(4));

    public async Task DisposeAsync() => await _till.DisposeAsync();

    [Theory]
    [InlineData(Fault.Refuse)]
    [InlineData(Fault.KeyInUse)]
    [InlineData(Fault.TooMany)]
    [InlineData(Fault.Broken)]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.ResetAfterWork)]
    [InlineData(Fault.BrokenAfterWork)]
    [InlineData(Fault.BadJson)]
    [InlineData(Fault.Hang)]
    public async Task Passing_trouble_is_overcome_and_the_card_is_charged_once(Fault fault)
    {
        var charge = await ChargeAsync();
        Server.Faults.Next(fault, where: "POST /v1/payment_intents");

        var payment = await _till.Gateway.ChargeAsync(charge, default);

        Assert.Equal(GatewayPaymentState.Paid, payment.State);
        Assert.Single(Server.All("charge"));
        Assert.Single(Server.Asked.Where(a => a.Method == "POST" && a.Path == "/v1/payment_intents").Select(a => a.Key).Distinct());
    }

    [Theory]
    [InlineData(Fault.TooMany, GatewayFault.Unavailable)]
    [InlineData(Fault.Broken, GatewayFault.Unanswered)]
    [InlineData(Fault.Refuse, GatewayFault.Unanswered)]
    [InlineData(Fault.ResetAfterWork, GatewayFault.Unanswered)]
    public async Task Trouble_that_stays_is_given_up_after_a_few_attempts(Fault fault, GatewayFault told)
    {
        var charge = await ChargeAsync();
        Server.Faults.Next(fault, times: 100, where: "POST /v1/payment_intents");

        Assert.Equal(told, await FaultOfAsync(() => _till.Gateway.ChargeAsync(charge, default)));

        Assert.InRange(Server.Asked.Count(a => a.Method == "POST" && a.Path == "/v1/payment_intents"), 2, 4);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_the_settings_say()
    {
        Server.Faults.Next(Fault.Hang, times: 100);
        var start = Stopwatch.GetTimestamp();

        Assert.Equal(GatewayFault.Unanswered, await FaultOfAsync(() => _till.Gateway.PaymentAsync("pi_1", default)));

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Whoever_does_not_wait_any_more_is_let_go()
    {
        Server.Faults.Next(Fault.Hang);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _till.Gateway.PaymentAsync("pi_1", soon.Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(49)]
    public async Task Charge_of_which_nobody_knows_is_found_again_however_late(int hours)
    {
        var charge = await ChargeAsync();
        Server.Faults.Next(Fault.ResetAfterWork, times: 4, where: "POST /v1/payment_intents");
        await FaultOfAsync(() => _till.Gateway.ChargeAsync(charge, default));
        Server.Faults.Clear();
        await Server.Outside.AdvanceAsync(TimeSpan.FromHours(hours));

        Assert.Equal(GatewayPaymentState.Paid, (await _till.Gateway.ChargeAsync(charge, default)).State);

        Assert.Single(Server.All("charge"));
    }

    [Fact]
    public async Task Refund_of_which_nobody_knows_is_made_once_however_late()
    {
        var paid = await _till.Gateway.ChargeAsync(await ChargeAsync(), default);
        var refund = new RefundOrder("refund:1", paid.Id, new Money(2_00, Currency.Usd));
        await _till.Gateway.RefundAsync(refund, default);
        await Server.Outside.AdvanceAsync(TimeSpan.FromHours(49));

        Assert.Equal(2_00, (await _till.Gateway.RefundAsync(refund, default)).Refunded.Minor);
    }

    [Fact]
    public async Task Key_that_Stripe_does_not_know_is_told_at_once()
    {
        Server.Faults.Next(Fault.UnknownKey, times: 100);

        Assert.Equal(GatewayFault.KeyRefused, await FaultOfAsync(() => _till.Gateway.PaymentAsync("pi_1", default)));
        Assert.Single(Server.Asked);
    }

    [Fact]
    public async Task What_Stripe_says_not_to_repeat_is_not_repeated()
    {
        Server.Faults.ShouldRetry = false;
        Server.Faults.Next(Fault.Broken, times: 100);

        await FaultOfAsync(() => _till.Gateway.PaymentAsync("pi_1", default));

        Assert.Single(Server.Asked);
    }

    [Fact]
    public async Task Stripe_that_wants_a_pause_longer_than_anybody_waits_is_left_alone()
    {
        Server.Faults.RetryAfter = 60;
        Server.Faults.Next(Fault.TooMany, times: 100);
        var start = Stopwatch.GetTimestamp();

        Assert.Equal(GatewayFault.Unavailable, await FaultOfAsync(() => _till.Gateway.PaymentAsync("pi_1", default)));

        Assert.Single(Server.Asked);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Stripe_that_cannot_be_reached_has_done_nothing()
    {
        await using var nowhere = await StripeTill.OpenAsync(o => (o.ApiBase, o.Timeout) = ("http://127.0.0.1:1", TimeSpan.FromSeconds(1)));

        Assert.Equal(GatewayFault.Unavailable, await FaultOfAsync(() => nowhere.Gateway.PaymentAsync("pi_1", default)));
    }

    [Fact]
    public async Task Log_and_exceptions_tell_no_secret_and_nobody()
    {
        var refused = new List<Exception>();
        foreach (var fault in Enum.GetValues<Fault>().Except([Fault.Hang]))
        {
            Server.Faults.Next(fault, times: 4);
            if (await Record.ExceptionAsync(() => _till.Gateway.AddCustomerAsync(new CustomerOrder($"customer:{fault}", Ids.NewId(), "sara@example.com", "ar"), default)) is { } e) refused.Add(e);
            Server.Faults.Clear();
        }

        refused.Add((await Record.ExceptionAsync(() => _till.Gateway.AddCustomerAsync(new CustomerOrder("customer:bad", Ids.NewId(), "sara.example.com", "ar"), default)))!);
        Assert.True(refused.Count > 5);
        Assert.NotEmpty(_till.Log.All);
        foreach (var text in _till.Log.All.Concat(refused.Select(e => e.ToString())))
        {
            Assert.DoesNotContain(StripeServer.SecretKey, text, StringComparison.Ordinal);
            Assert.DoesNotContain("sara", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_call_names_the_version_whose_shapes_are_read()
    {
        await _till.Gateway.ChargeAsync(await ChargeAsync(), default);

        Assert.All(Server.Asked, a => Assert.Equal(StripeApi.Version, a.Headers["Stripe-Version"]));
        Assert.All(Server.Asked.Where(a => a.Method == "POST"), a => Assert.NotEmpty(a.Key!));
    }

    private async Task<CardCharge> ChargeAsync()
    {
        var sara = await _till.Gateway.AddCustomerAsync(new CustomerOrder("customer:sara", Ids.NewId(), "sara@example.com", "ar"), default);
        return new CardCharge($"charge:{Guid.NewGuid():N}", Ids.NewId(), sara, await _till.SaveCardAsync(sara, CardMood.Works), Package);
    }

    private static async Task<GatewayFault> FaultOfAsync(Func<Task> asked) => (await Assert.ThrowsAsync<PaymentGatewayException>(asked)).Fault;
}
