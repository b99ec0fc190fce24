using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Simulated;

/// <summary>What cards answer.</summary>
internal static class SimulatedMoney
{
    public static GatewayPayment Payment(SimulatedState state, Money amount, Guid? orderId, string customerId, DateTime at) =>
        new(state.NewId("pi"), GatewayPaymentState.Pending, amount, amount with { Minor = 0 }, orderId, customerId, at, IsLive: false);

    public static GatewayPayment Ask(GatewayPayment payment, SimulatedMood mood, string method) => payment with
    {
        State = mood switch
        {
            SimulatedMood.Works => GatewayPaymentState.Paid,
            SimulatedMood.WantsOwner => GatewayPaymentState.NeedsOwner,
            _ => GatewayPaymentState.Declined,
        },
        Decline = mood switch
        {
            SimulatedMood.Works => null,
            SimulatedMood.WantsOwner => GatewayPayment.AuthenticationRequired,
            SimulatedMood.HasNoMoney => "insufficient_funds",
            _ => "generic_decline",
        },
        Method = method,
        Last4 = method == "card" ? Last4(mood) : null,
    };

    /// <summary>As Stripe's own test cards end.</summary>
    public static string Last4(SimulatedMood mood) => mood switch
    {
        SimulatedMood.Works => "4242",
        SimulatedMood.WantsOwner => "3184",
        SimulatedMood.HasNoMoney => "9995",
        _ => "0002",
    };
}
