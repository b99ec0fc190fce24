using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

internal static class PayerQueries
{
    public static async Task<Payer> PayerAsync(this AppDbContext db, Guid accountId, Guid userId, CancellationToken cancel)
    {
        var facts = await db.CreditAccounts.Where(a => a.Id == accountId).Select(a => new
        {
            Zone = db.Users.Where(u => u.Id == userId).Select(u => u.TimeZone).FirstOrDefault(),
            PlanKey = db.Allowances.Where(p => p.AccountId == a.Id).Select(p => p.PlanKey).FirstOrDefault(),
            HasPaid = db.CreditGrants.Any(g => g.AccountId == a.Id && g.Source == GrantSource.Purchase),
        }).SingleAsync(cancel);
        return new(PlanCatalogue.All.SingleOrDefault(p => p.Key == facts.PlanKey) ?? PlanCatalogue.Free, facts.HasPaid, LocalDays.ZoneOf(facts.Zone));
    }
}
