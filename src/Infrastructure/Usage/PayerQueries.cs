using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

public static class PayerQueries
{
    internal static Task<Payer> PayerAsync(this AppDbContext db, Guid accountId, Guid userId, CancellationToken cancel) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        var trip = new RoundTrip(db);
        var payer = trip.AskPayer(accountId, userId);
        await trip.AskAsync(cancel);
        return payer.Value;
    });

    /// <summary>As it is told below.</summary>
    public static Task<bool> HasPaidAsync(this AppDbContext db, Guid accountId, CancellationToken cancel) => db.CreditGrants
        .AnyAsync(g => g.AccountId == accountId && (g.Source == GrantSource.Purchase || (g.Source == GrantSource.Plan && g.SourceKey.StartsWith("invoice:"))), cancel);

    /// <summary>Whoever bought credits once has paid, and so has whoever paid for a plan once, whatever plan they are on now. There once the round trip is over.</summary>
    internal static Lazy<Payer> AskPayer(this RoundTrip trip, Guid accountId, Guid userId)
    {
        var plans = trip.Find<Plan>($""" "Key" = {PlanCatalogue.SmallestPaidKey} OR "Key" = (SELECT "PlanKey" FROM "Allowances" WHERE "AccountId" = {accountId})""");
        var facts = trip.Ask(
            $"""
            SELECT
                (SELECT "TimeZone" FROM "Users" WHERE "Id" = {userId}),
                (SELECT "PlanKey" FROM "Allowances" WHERE "AccountId" = {accountId}),
                CASE WHEN EXISTS (
                    SELECT 1 FROM "CreditGrants"
                    WHERE "AccountId" = {accountId} AND ("Source" = 'Purchase' OR ("Source" = 'Plan' AND "SourceKey" LIKE 'invoice:%'))) THEN 1 ELSE 0 END
            """,
            row => (Zone: row.IsDBNull(0) ? null : row.GetString(0), Plan: row.IsDBNull(1) ? PlanCatalogue.FreeKey : row.GetString(1), HasPaid: row.GetInt32(2) == 1));
        return new(() => new Payer(Find(facts.One.Plan) ?? PlanCatalogue.Free, Find(PlanCatalogue.SmallestPaidKey), facts.One.HasPaid, LocalDays.ZoneOf(facts.One.Zone)));

        PlanOffer? Find(string key) => plans.Rows.FirstOrDefault(p => p.Key == key)?.Offer ?? PlanCatalogue.Find(key);
    }
}
