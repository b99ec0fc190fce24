namespace SaaSChat.Web.Tests.Billing;

public sealed class SimulatedCheckoutTests : GatewayCheckoutTests
{
    private protected override Task<Till> OpenAsync() => Task.FromResult<Till>(new SimulatedTill());
}

public sealed class SimulatedPaymentTests : GatewayPaymentTests
{
    private protected override Task<Till> OpenAsync() => Task.FromResult<Till>(new SimulatedTill());
}

public sealed class SimulatedSubscriptionTests : GatewaySubscriptionTests
{
    private protected override Task<Till> OpenAsync() => Task.FromResult<Till>(new SimulatedTill());
}
