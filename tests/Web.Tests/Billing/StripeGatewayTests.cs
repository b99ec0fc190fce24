namespace SaaSChat.Web.Tests.Billing;

public sealed class StripeCheckoutTests : GatewayCheckoutTests
{
    private protected override async Task<Till> OpenAsync() => await StripeTill.OpenAsync();
}

public sealed class StripePaymentTests : GatewayPaymentTests
{
    private protected override async Task<Till> OpenAsync() => await StripeTill.OpenAsync();
}

public sealed class StripeSubscriptionTests : GatewaySubscriptionTests
{
    private protected override async Task<Till> OpenAsync() => await StripeTill.OpenAsync();
}
