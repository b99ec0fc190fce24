using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Domain.Mail;
using SaaSChat.Tests.Stripe;
using SaaSChat.Tests.Stripe.Protocol;
using SaaSChat.Web.Tests.Billing.TopUps;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing.Reliability;

/// <summary>A top-up is broken off at its first step, at its second, and so on; then it goes on as after a crash.</summary>
public sealed class TopUpBrokenOffTests(SteppedShop app) : IClassFixture<SteppedShop>
{
    [Theory]
    [InlineData(CardMood.Works, TopUpState.Paid, MailKind.TopUpCharged)]
    [InlineData(CardMood.Declines, TopUpState.Declined, MailKind.TopUpDeclined)]
    [InlineData(CardMood.WantsOwner, TopUpState.NeedsOwner, MailKind.TopUpNeedsYou)]
    public async Task It_charges_and_tells_once_wherever_it_breaks_off(CardMood mood, TopUpState end, MailKind told)
    {
        var (step, broke) = (0, true);
        while (broke)
        {
            app.Stripe.Webhooks.Hold();
            var sara = await Saver.AgreedAsync(app, mood);
            await sara.RunLowAsync();

            broke = await app.Steps.BreakOffAsync(++step, sara.TryAsync);
            await sara.TryAsync();
            await sara.TryAsync();

            Assert.Equal(end, Assert.Single(await sara.TopUpsAsync()).State);
            Assert.Single(sara.Charges());
            Assert.Equal([told], await sara.LettersAsync());
            Assert.Equal(mood == CardMood.Works ? 501_000 : 1_000, await sara.Shopper.SpendableAsync());
        }

        Assert.True(step > 6, $"Only {step} steps were seen.");
        await app.AssertBooksAreWholeAsync();
    }

    [Theory]
    [InlineData("POST /v1/payment_intents")]
    [InlineData("GET /v1/payment_intents")]
    public async Task A_gateway_that_goes_wrong_in_any_way_charges_once(string where)
    {
        app.Stripe.Webhooks.Hold();
        foreach (var fault in new[] { Fault.Refuse, Fault.Broken, Fault.Unavailable, Fault.TooMany, Fault.ResetAfterWork, Fault.BrokenAfterWork, Fault.BadJson })
        {
            var sara = await Saver.AgreedAsync(app);
            await sara.RunLowAsync();
            app.Stripe.Faults.Next(fault, times: 100, where);
            Assert.NotNull(await Record.ExceptionAsync(sara.TryAsync));
            app.Stripe.Faults.Clear();

            await sara.TryAsync();

            Assert.Equal(["succeeded"], sara.Charges());
            Assert.Equal(501_000, await sara.Shopper.SpendableAsync());
        }

        await app.AssertBooksAreWholeAsync();
    }
}
