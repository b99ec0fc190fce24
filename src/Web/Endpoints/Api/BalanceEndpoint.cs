using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Api;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>GET /api/balance: what there is to spend, where it came from, and what comes next.</summary>
internal static class BalanceEndpoint
{
    public static void MapBalance(this IEndpointRouteBuilder api) =>
        api.MapGet("/balance", AskAsync).RequireScope(ApiScope.ReadBalance).WithName("getBalance").WithSummary("What there is to spend, where it came from, and what comes next.");

    private static async Task<ApiBalance> AskAsync(AppDbContext db, MyWallet wallets, TimeProvider clock, CancellationToken cancel)
    {
        var wallet = await wallets.MineAsync(cancel);
        var (now, meter, balance) = (clock.UtcNow(), wallets.MeterOf(wallet), wallet.Balance);
        var refill = await db.RefillOfAsync(wallet.AccountId, now, cancel);
        var grants = await db.CreditGrants.AsNoTracking().Live(wallet.AccountId, now).ToListAsync(cancel);

        return new ApiBalance(
            balance.Spendable, balance.Held, balance.Debt,
            refill is not null, refill?.Every.Count, refill is null ? null : ApiBalance.Word(refill.Every.Unit), refill?.LastAt, refill?.NextAt, refill?.Amount,
            meter?.Amount ?? 0, meter is { Level: AllowanceLevel.UsedUp }, meter?.ResetsAt,
            await db.Subscriptions.OwnedBy(wallet.AccountId).AnyAsync(s => s.EndedAt == null && s.State == SubscriptionState.Active, cancel), grants.ConvertAll(ApiGrant.Of));
    }
}
