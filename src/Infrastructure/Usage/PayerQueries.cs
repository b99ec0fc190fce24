using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

internal static class PayerQueries
{
    public static Task<Payer> PayerAsync(this AppDbContext db, Guid accountId, Guid userId, CancellationToken cancel) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        var trip = new RoundTrip(db);
        var payer = trip.AskPayer(accountId, userId);
        await trip.AskAsync(cancel);
        return payer.One!;
    });

    /// <summary>Whoever bought credits once has paid, and so has whoever paid for a plan once, whatever plan they are on now.</summary>
    public static Answer<Payer> AskPayer(this RoundTrip trip, Guid accountId, Guid userId) => trip.Ask(
        $"""
        SELECT
            (SELECT "TimeZone" FROM "Users" WHERE "Id" = {userId}),
            (SELECT "PlanKey" FROM "Allowances" WHERE "AccountId" = {accountId}),
            CASE WHEN EXISTS (
                SELECT 1 FROM "CreditGrants"
                WHERE "AccountId" = {accountId} AND ("Source" = 'Purchase' OR ("Source" = 'Plan' AND "SourceKey" LIKE 'invoice:%'))) THEN 1 ELSE 0 END
        """,
        row => new Payer(
            PlanCatalogue.All.SingleOrDefault(p => !row.IsDBNull(1) && p.Key == row.GetString(1)) ?? PlanCatalogue.Free,
            row.GetInt32(2) == 1,
            LocalDays.ZoneOf(row.IsDBNull(0) ? null : row.GetString(0))));
}
