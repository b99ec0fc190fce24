using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>What is sold in which currency.</summary>
public sealed record Sale(Currency Currency, RevenueKind Kind, string Item);

/// <summary>Adds what came of a payment or an invoice to the day on which it was booked.</summary>
internal static class Revenues
{
    public static void Add(LockedCredits credits, Sale sale, Takings more)
    {
        if (more == default) return;

        DaySums.Add(
            credits.Beside, credits.Db, "RevenueDays",
            [
                new(nameof(RevenueDay.Day), DateOnly.FromDateTime(credits.At)), new(nameof(RevenueDay.Currency), sale.Currency.Code),
                new(nameof(RevenueDay.Kind), sale.Kind.ToString()), new(nameof(RevenueDay.Item), sale.Item),
            ],
            [new(nameof(RevenueDay.PaidMinor), more.Paid), new(nameof(RevenueDay.RefundedMinor), more.Refunded), new(nameof(RevenueDay.LostMinor), more.Lost)]);
    }
}
