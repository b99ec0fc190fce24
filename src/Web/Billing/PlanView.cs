using SaaSChat.Domain.Billing;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Billing;

/// <summary>Somebody's plan as they see it.</summary>
/// <param name="Subscription">What pays for it; null where nothing does.</param>
/// <param name="DuePage">Where an invoice that is open is paid.</param>
public sealed record PlanView(string PlanKey, Subscription? Subscription, string? DuePage)
{
    public static async Task<PlanView> OfAsync(MyPlan plan, MyWallet wallets, CancellationToken cancel)
    {
        var living = await plan.LivingAsync(cancel);
        return new((await wallets.MineAsync(cancel)).PlanKey, living, living is null ? null : await plan.DuePageAsync(living, cancel));
    }
}
