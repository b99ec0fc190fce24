using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Admin;

/// <summary>Asks the sums of days, in one round trip: how the business does is read as quickly after ten million calls as after a thousand.</summary>
public sealed class OverviewReading(AppDbContext db, PlatformStocks stocks, TimeProvider clock)
{
    private static readonly string SpeedSums = string.Join(
        ", ", new[] { "Calls", "Failed" }.Concat(CallDayColumns.AllTook).Concat(CallDayColumns.AllFirst).Select(column => $"SUM(d.\"{column}\")"));

    public Task<Overview> ReadAsync(DayRange days, CancellationToken cancel) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        var (at, before) = (clock.UtcNow(), days.Before);
        var today = DateOnly.FromDateTime(at);
        var trip = new RoundTrip(db);
        var revenue = AskRevenue(trip, Earlier(before.From, new DateOnly(today.Year, today.Month, 1)), today > days.To ? today : days.To);
        var recurring = AskRecurring(trip);
        var use = AskUse(trip, before.From, days.To);
        var speed = AskSpeed(trip, before.From, days);
        var grants = AskGrants(trip, before.From, days);
        var people = AskPeople(trip, days);
        var state = AskState(trip, at);
        var providers = trip.Ask($"""SELECT "Provider" FROM "ProviderHealth" WHERE "Fault" IS NOT NULL ORDER BY "Provider" """, row => row.GetString(0));
        var stock = stocks.TryRecall(typeof(PlatformStock), out var known) ? null : AskStock(trip, at);
        await trip.AskAsync(cancel);

        if (stock is not null) stocks.Remember(typeof(PlatformStock), known = stock.One!);
        return new Overview(days, today, revenue.Rows, recurring.Rows, use.Rows, speed.Rows, grants.Rows, people.One!, state.One! with { FailingProviders = providers.Rows }, known);
    });

    private static Answer<RevenueRow> AskRevenue(RoundTrip trip, DateOnly from, DateOnly to) => trip.Ask(
        $"""
        SELECT "Day", "Currency", "Kind", "Item", "PaidMinor", "RefundedMinor", "LostMinor" FROM "RevenueDays" WHERE "Day" >= {from} AND "Day" <= {to} ORDER BY "Day"
        """,
        row => new RevenueRow(
            Day(row), new Sale(Currency.Find(row.GetString(1))!, Enum.Parse<RevenueKind>(row.GetString(2)), row.GetString(3)),
            new Takings(row.GetInt64(4), row.GetInt64(5), row.GetInt64(6))));

    private static Answer<RecurringPlan> AskRecurring(RoundTrip trip) => trip.Ask(
        $"""
        SELECT "Currency", "PlanKey", "Interval", SUM("PriceMinor"), CAST(COUNT(*) AS BIGINT) FROM "Subscriptions"
        WHERE "EndedAt" IS NULL AND "State" IN ('Active', 'PastDue') GROUP BY "Currency", "PlanKey", "Interval"
        """,
        row => new RecurringPlan(Currency.Find(row.GetString(0))!, row.GetString(1), Enum.Parse<BillingInterval>(row.GetString(2)), row.GetInt64(3), row.GetInt64(4)));

    private static Answer<UseRow> AskUse(RoundTrip trip, DateOnly from, DateOnly to) => trip.Ask(
        $"""
        SELECT "Day", "ModelKey", SUM("InputTokens"), SUM("ReadTokens"), SUM("WriteTokens"), SUM("OutputTokens"), SUM("Cost"), SUM("Credits"), SUM("Operations")
        FROM "PlatformDays" WHERE "Day" >= {from} AND "Day" <= {to} GROUP BY "Day", "ModelKey"
        """,
        row => new UseRow(Day(row), row.GetString(1), new UsageSum(
            row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8))));

    private static Answer<SpeedRow> AskSpeed(RoundTrip trip, DateOnly from, DayRange days)
    {
        var sql = $$"""
            SELECT d."ModelKey", d."IsNow", {{SpeedSums}}
            FROM (SELECT c.*, CASE WHEN c."Day" >= {0} THEN 1 ELSE 0 END AS "IsNow" FROM "CallDays" c WHERE c."Day" >= {1} AND c."Day" <= {2}) d
            GROUP BY d."ModelKey", d."IsNow"
            """;
        return trip.Ask(FormattableStringFactory.Create(sql, days.From, from, days.To), row => new SpeedRow(
            row.GetString(0), row.GetInt32(1) == 1, row.GetInt64(2), row.GetInt64(3), Counts(row, 4), Counts(row, 4 + Latency.Places)));
    }

    private static Answer<GrantRow> AskGrants(RoundTrip trip, DateOnly from, DayRange days) => trip.Ask(
        $"""
        SELECT d."Source", d."IsNow", SUM(d."Credits"), SUM(d."SoldCredits")
        FROM (SELECT g.*, CASE WHEN g."Day" >= {days.From} THEN 1 ELSE 0 END AS "IsNow" FROM "GrantDays" g WHERE g."Day" >= {from} AND g."Day" <= {days.To}) d
        GROUP BY d."Source", d."IsNow"
        """,
        row => new GrantRow(Enum.Parse<GrantSource>(row.GetString(0)), row.GetInt32(1) == 1, row.GetInt64(2), row.GetInt64(3)));

    private static Answer<PeopleCount> AskPeople(RoundTrip trip, DayRange days)
    {
        var (before, from, until) = (Start(days.Before.From), Start(days.From), Start(days.To.AddDays(1)));
        return trip.Ask(
            $"""
            SELECT
                CAST((SELECT COUNT(*) FROM "Users" WHERE "CreatedAt" >= {from} AND "CreatedAt" < {until}) AS BIGINT),
                CAST((SELECT COUNT(*) FROM "Users" WHERE "CreatedAt" >= {before} AND "CreatedAt" < {from}) AS BIGINT),
                CAST((SELECT COUNT(*) FROM "Users" WHERE "LastSeenAt" >= {from}) AS BIGINT)
            """,
            row => new PeopleCount(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
    }

    private static Answer<PlatformState> AskState(RoundTrip trip, DateTime at) => trip.Ask(
        $"""
        SELECT
            CAST((SELECT COUNT(*) FROM "JobRuns" WHERE "Outcome" = 'GivenUp') AS BIGINT),
            CAST((SELECT COUNT(*) FROM "Bans" WHERE "Until" > {at}) AS BIGINT),
            CAST((SELECT COUNT(*) FROM "Payments" WHERE "Dispute" IS NOT NULL AND "Dispute" = 'Open') AS BIGINT)
        """,
        row => new PlatformState(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), []));

    private static Answer<PlatformStock> AskStock(RoundTrip trip, DateTime at)
    {
        var admin = Roles.Ids[Roles.Admin];
        return trip.Ask(
            $"""
            SELECT
                CAST((SELECT COUNT(*) FROM "Users" WHERE "DeletedAt" IS NULL) AS BIGINT), CAST((SELECT COUNT(*) FROM "UserRoles" WHERE "RoleId" = {admin}) AS BIGINT),
                COALESCE(SUM("Available"), 0), COALESCE(SUM("Held"), 0), COALESCE(SUM("Debt"), 0)
            FROM "CreditAccounts"
            """,
            row => new PlatformStock(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), at));
    }

    private static Latency Counts(DbDataReader row, int from) => new([.. Enumerable.Range(from, Latency.Places).Select(row.GetInt64)]);

    private static DateOnly Day(DbDataReader row) => row.GetFieldValue<DateOnly>(0);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
