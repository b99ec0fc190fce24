using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Billing;

/// <summary>All that whoever is signed in pays for, and what they have of it.</summary>
public sealed class MyBilling(AppDbContext db, MyPlan plan, MyWallet wallets, OwnLimits limits, IPaymentGateway gateway, GatewayCustomers customers, CurrentUser me, TimeProvider clock)
{
    public async Task<BillingView> ReadAsync(CancellationToken cancel)
    {
        var view = await PlanView.OfAsync(plan, wallets, cancel);
        var grants = await db.CreditGrants.AsNoTracking().Kept(me.AccountId, clock.UtcNow())
            .Select(g => new Lot(g.Id, g.Source, g.Amount, g.Remaining, g.Pinned, g.Frozen, g.ExpiresAt, g.GrantedAt)).ToListAsync(cancel);
        var standing = await limits.ReadAsync(me.Id, cancel);
        var kinds = standing is null ? [] : LimitKinds.All.Where(kind => standing.InForce.Values[kind] is not null).ToList();
        return new(view, standing, kinds, grants, await plan.InvoicesAsync(cancel), await customers.FindAsync(me.AccountId, cancel) is not null);
    }

    /// <summary>The gateway's own pages for cards and papers; null for whoever never bought anything.</summary>
    public async Task<Uri?> PortalAsync(Uri back, string language, CancellationToken cancel) =>
        await customers.FindAsync(me.AccountId, cancel) is { } customer ? await gateway.PortalAsync(customer, back, language, cancel) : null;
}

public sealed record BillingView(PlanView Plan, LimitsStanding? Standing, IReadOnlyList<LimitKind> Limits, IReadOnlyList<Lot> Lots, IReadOnlyList<Invoice> Invoices, bool HasPortal);
