using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Billing;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>The shop with the allowances that people really have, and a clock that a test turns together with Stripe's.</summary>
public class PlanShop : ShopApp
{
    public TurnableClock Clock { get; } = new();
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Time passes here and at Stripe, and all that follows has come to pass.</summary>
    public async Task PassAsync(TimeSpan by)
    {
        Clock.Turn(by);
        await Stripe.Outside.AdvanceAsync(by);
        await SettleAsync();
    }

    // Stripe's clock knows whole seconds only.
    public Task PassUntilAsync(DateTime at) => PassAsync(at - Now + TimeSpan.FromSeconds(3));

    public Task<bool> ReconcileAsync() => this.InScopeAsync(async services =>
    {
        await services.GetRequiredService<PlanReconciliation>().SettleAsync(default);
        return true;
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Quota:CreditsPerUnit", "100");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
